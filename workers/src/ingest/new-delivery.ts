import { stat } from 'node:fs/promises';
import type { ColumnMapping } from '@churn/shared/dialect/column-mapping';
import { columnMappingSchema } from '@churn/shared/dialect/column-mapping';
import { badInput } from '@churn/shared/platform/churn-error';
import { sha256OfFile } from '@churn/shared/platform/sha256';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { readUserDocument } from '../inputs/read-user-document.ts';
import { type FoundFiles, findDeliveredFiles } from './find-delivered-files.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { NewFile } from './take-file.ts';

/** What the options of a run name, hashed but not read yet. */
export interface NewDelivery {
  readonly files: readonly NewFile[];
  readonly mapping: ColumnMapping;
  readonly inputs: readonly Artifact[];
  /** What is wrong with the paths. */
  readonly problems: readonly string[];
}

export async function findNewDelivery(options: IngestOptions): Promise<NewDelivery> {
  const mapping =
    options.columns === null
      ? undefined
      : await readUserDocument('--columns', 'columns', options.columns, columnMappingSchema);
  const files: NewFile[] = [];
  const inputs: Artifact[] = mapping === undefined ? [] : [mapping.input];
  const problems: string[] = [];
  for (const table of deliveredTables) {
    const found = await findFiles(options, table);
    problems.push(...found.problems);
    for (const { path, name } of found.files) {
      const sha256 = await sha256OfFile(path);
      const isAlone = path === options[table];
      files.push({ table, path, name, sha256 });
      inputs.push({
        // The name of a file found in a folder decides what results call it, as the options do not tell.
        role: isAlone ? `${table}-delivery` : `${table}-delivery/${name}`,
        path: name,
        sha256,
        bytes: (await stat(path)).size,
        rows: null,
      });
    }
  }
  return { files, mapping: mapping?.value ?? {}, inputs, problems };
}

async function findFiles(options: IngestOptions, table: DeliveredTable): Promise<FoundFiles> {
  const path = options[table];
  if (path !== null) return findDeliveredFiles(table, path);
  if (options.appendTo !== null) return { files: [], problems: [] };
  throw badInput('bad-option', `--${table}: expected the path of a file, a folder or a glob, got nothing`);
}
