import { readFile } from 'node:fs/promises';
import { cleaningRules } from '../../src/cleaning/cleaning-rules.ts';
import { cleaningRulesDocument } from '../../src/cleaning/cleaning-rules-document.ts';
import { dataDictionaryDocument } from '../../src/cleaning/data-dictionary-document.ts';
import { userRulesSchema } from '../../src/cleaning/user-rules.ts';

test.each([
  ['cleaning-rules.md', cleaningRulesDocument],
  ['data-dictionary.md', dataDictionaryDocument],
])('docs/%s is what the declarations say (npm run docs:write)', async (name, text) => {
  expect(await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')).toBe(text());
});

test('every rule is on the page, in the order in which rules are asked, and its id is its own', () => {
  const tables = cleaningRulesDocument().split('## Rules of your own')[0]!;
  const named = Array.from(tables.matchAll(/^\| `([a-z-]+)` \| (?:`\w+`)? ?\|/gm), ([, id]) => id);
  const ids = cleaningRules.map(({ id }) => id);
  expect(named).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the rules shown as an example are rules', () => {
  const [, example] = /```json\n(.*?)```/s.exec(cleaningRulesDocument())!;
  expect(userRulesSchema.safeParse(JSON.parse(example!)).success).toBe(true);
});
