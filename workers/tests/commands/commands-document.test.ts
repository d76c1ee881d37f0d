import { readFile } from 'node:fs/promises';
import { stageNames } from '@churn/shared/schema/stage-name';
import { commandsDocument } from '../../src/commands/commands-document.ts';
import { loadStageCommands } from '../../src/commands/stage-commands.ts';

test('docs/commands.md is what the declarations say (npm run docs:write)', async () => {
  const page = await readFile(new URL('../../../docs/commands.md', import.meta.url), 'utf8');
  expect(page).toBe(await commandsDocument());
});

test('every stage has a section, with all options that its command line takes', async () => {
  const [, ...sections] = (await commandsDocument()).split('\n## churn ');
  expect(new Set(sections.map((section) => section.split('\n')[0]))).toEqual(new Set(stageNames));
  for (const { stage, options } of await loadStageCommands([])) {
    const section = sections.find((text) => text.startsWith(`${stage.name}\n`))!;
    for (const { flags } of options) expect(section).toContain(`| \`${flags}\` |`);
  }
});
