import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DeliveryDialect, FileDialect } from '@churn/shared/dialect/dialect';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { type DecidedFile, decideDialects } from '../ingest/decide-dialects.ts';
import { describeDialects } from '../ingest/describe-dialects.ts';
import {
  type EarlierDelivery,
  findEarlierDelivery,
  nothingEarlier,
  storedFiles,
} from '../ingest/earlier-delivery.ts';
import { refusal } from '../ingest/find-delivered-files.ts';
import type { IngestOptions } from '../ingest/ingest-options.ts';
import { findNewDelivery, type NewDelivery } from '../ingest/new-delivery.ts';
import { currencyProblems } from '../ingest/one-currency.ts';
import { readableFiles } from '../ingest/readable-files.ts';
import { type NewFile, type TakenFile, takeFile } from '../ingest/take-file.ts';
import { onceARun } from '../stage/once-a-run.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

interface Delivery {
  readonly earlier: EarlierDelivery;
  readonly delivered: NewDelivery;
}

const findDelivery = onceARun(
  async ({ options, layout, store }: StageContext<IngestOptions>): Promise<Delivery> => ({
    earlier:
      options.appendTo === null ? nothingEarlier : await findEarlierDelivery(layout, store, options.appendTo),
    delivered: await findNewDelivery(options),
  }),
);

/** Takes the delivered files as they are, byte for byte, and records how they are to be read. */
export const ingestStage: Stage<IngestOptions> = {
  name: 'ingest',
  cacheable: true,
  // Files count by their content and name, not by the folder they lie in.
  cacheOptions: ({ customers, transactions, columns: _columns, appendTo, ...told }) => ({
    ...told,
    customers: customers === null ? null : basename(customers),
    transactions: transactions === null ? null : basename(transactions),
    isAppended: appendTo !== null,
  }),
  findInputs: async (context) => {
    const { earlier, delivered } = await findDelivery(context);
    return [...earlier.artifacts, ...delivered.inputs];
  },
  execute: async (context) => {
    const folder = join(context.layout.temporaryDirectory, `ingest-${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    try {
      return await takeDelivery(context, await findDelivery(context), folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
      // A refused delivery leaves no trace; a folder that others use stays.
      await rmdir(context.layout.temporaryDirectory).catch(() => undefined);
    }
  },
};

async function takeDelivery(
  context: StageContext<IngestOptions>,
  { earlier, delivered }: Delivery,
  folder: string,
): Promise<StageOutcome> {
  const { options, signal } = context;
  const { fresh, warnings } = freshFiles(delivered.files, earlier);
  const taken: TakenFile[] = [];
  for (const file of fresh) {
    taken.push(await takeFile(file, options, delivered.mapping[file.table] ?? {}, folder, signal));
  }
  const readable = readableFiles(taken, earlier.dialect);
  const arrival = { delivery: earlier.nextDelivery, arrivedOn: options.arrived };
  const everyEarlier = deliveredTables.flatMap((table) => earlier.dialect[table]);
  const decided = decideDialects(readable.files, everyEarlier, options, arrival);
  const transactions = [
    ...earlier.dialect.transactions,
    ...decided.flatMap((file) => ('dialect' in file ? [file.dialect] : [])),
  ];
  const problems = [
    ...delivered.problems,
    ...readable.problems,
    ...decided.flatMap((file, index) =>
      'problems' in file ? file.problems.map((problem) => `${readable.files[index]!.where}: ${problem}`) : [],
    ),
  ];
  problems.push(...currencyProblems(transactions));
  if (problems.length > 0) throw refusal(problems);
  return commit(context, earlier, taken, decided as DecidedFile[], [...warnings, ...readable.warnings]);
}

/** Files of bytes that were not taken before. */
function freshFiles(files: readonly NewFile[], earlier: EarlierDelivery) {
  const seen = new Set(
    deliveredTables.flatMap((table) => earlier.dialect[table].map(({ sha256 }) => `${table} ${sha256}`)),
  );
  const fresh: NewFile[] = [];
  const warnings: string[] = [];
  for (const file of files) {
    const key = `${file.table} ${file.sha256}`;
    if (seen.has(key))
      warnings.push(`${file.table} (${file.name}): taken before, the same bytes are not taken twice`);
    else fresh.push(file);
    seen.add(key);
  }
  return { fresh, warnings };
}

async function commit(
  { store }: StageContext<IngestOptions>,
  earlier: EarlierDelivery,
  taken: readonly TakenFile[],
  decided: readonly DecidedFile[],
  warnings: readonly string[],
): Promise<StageOutcome> {
  const isOf = (table: DeliveredTable) => (_: unknown, index: number) => taken[index]!.file.table === table;
  const dialects = (table: DeliveredTable): FileDialect[] => [
    ...earlier.dialect[table],
    ...decided.filter(isOf(table)).map(({ dialect }) => dialect),
  ];
  const document: DeliveryDialect = {
    format: 'churn-dialect',
    formatVersion: 3,
    customers: dialects('customers'),
    transactions: dialects('transactions'),
  };
  const outputs: Artifact[] = [];
  for (const table of deliveredTables) {
    outputs.push(...storedFiles(earlier.artifacts, table));
    for (const { file, copy, extension, findings } of taken.filter(isOf(table))) {
      const rows = 'rows' in findings ? findings.rows : 0;
      const stored = await store.add({ folder: 'raw', role: table, extension }, async (path) => {
        await rename(copy, path);
        return { rows, sha256: file.sha256 };
      });
      outputs.push(stored);
    }
  }
  outputs.push(await store.addDocument({ folder: 'raw', role: 'dialect' }, document));
  const metrics = {
    customers: describeDialects(decided.filter(isOf('customers')), document.customers),
    transactions: describeDialects(decided.filter(isOf('transactions')), document.transactions),
  };
  if (taken.length > 0) return { outputs, metrics, warnings };
  const error = { code: 'nothing-new', message: 'expected new files, all were taken before', details: [] };
  return { status: 'skipped', outputs, metrics, warnings, error };
}
