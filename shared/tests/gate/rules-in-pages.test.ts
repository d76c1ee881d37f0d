import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { championRules } from '../../src/gate/champion-rules.ts';
import { dataRules } from '../../src/gate/data-rules.ts';
import { qualityRules } from '../../src/gate/quality-rules.ts';
import { servingRules } from '../../src/gate/serving-rules.ts';

const rules = [...dataRules, ...qualityRules, ...championRules, ...servingRules].map(({ rule }) => rule);
const textOf = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

test('the page on evaluation has a row for each rule of the gate', () => {
  const section = textOf('docs/evaluation.md').split('## The gate')[1]!.split('\n## ')[0]!;
  expect([...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, rule]) => rule)).toEqual(rules);
});

test.each(['README.md', 'docs/monitoring.md'])('%s counts the rules of the gate', (path) => {
  const counts = [...textOf(path).matchAll(/(\d+) rules/g)].map(([, count]) => Number(count));
  expect(counts).toEqual([rules.length]);
});
