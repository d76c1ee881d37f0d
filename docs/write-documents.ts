import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cleaningRulesDocument } from '@churn/shared/cleaning/cleaning-rules-document';
import { dataDictionaryDocument } from '@churn/shared/cleaning/data-dictionary-document';
import { featuresDocument } from '@churn/shared/features/features-document';
import { commandsDocument } from '../workers/src/commands/commands-document.ts';

/** Pages of this folder that are written from the code. */
const documents: Readonly<Record<string, () => string | Promise<string>>> = {
  'cleaning-rules.md': cleaningRulesDocument,
  'commands.md': commandsDocument,
  'data-dictionary.md': dataDictionaryDocument,
  'features.md': featuresDocument,
};

/** Writes the pages, or with --check names those that differ from the code. */
const isCheck = process.argv.includes('--check');
for (const [name, write] of Object.entries(documents)) {
  const text = await write();
  const path = fileURLToPath(new URL(name, import.meta.url));
  if (!isCheck) {
    await writeFile(path, text);
  } else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`docs/${name} differs from the code: npm run docs:write\n`);
    process.exitCode = 1;
  }
}
