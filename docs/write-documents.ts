import { writeFile } from 'node:fs/promises';
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

for (const [name, text] of Object.entries(documents)) {
  await writeFile(fileURLToPath(new URL(name, import.meta.url)), await text());
}
