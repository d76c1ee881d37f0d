import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DeliveryDialect } from '@churn/shared/dialect/dialect';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { badInput } from '@churn/shared/platform/churn-error';
import { sha256OfFile } from '@churn/shared/platform/sha256';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { problemOfPath } from '../ingest/delivery-problem.ts';
import { type Examination, examineFile } from '../ingest/examine-file.ts';
import type { ToldDialect } from '../ingest/file-evidence.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface IngestOptions extends ToldDialect {
  /** Path of the delivered file. */
  readonly customers: string;
  readonly transactions: string;
}

const tables = ['customers', 'transactions'] as const;

/** Takes the two delivered files as they are, byte for byte, and records how they are to be read. */
export const ingestStage: Stage<IngestOptions> = {
  name: 'ingest',
  cacheable: true,
  cacheOptions: ({ customers, transactions, ...told }) => ({
    ...told,
    customers: basename(customers),
    transactions: basename(transactions),
  }),
  findInputs: findDelivery,
  execute: takeDelivery,
};

/** The delivered files with their hashes; refused with the problems of both files where one cannot be read. */
async function findDelivery(context: StageContext<IngestOptions>): Promise<readonly Artifact[]> {
  const { options } = context;
  const problems = await Promise.all(tables.map((table) => problemOfPath(table, options[table])));
  if (problems.some((problem) => problem !== undefined)) {
    const readable = tables.filter((_, index) => problems[index] === undefined);
    const examined = await Promise.all(readable.map((table) => examine(context, table)));
    throw refusal([
      ...problems.filter((problem) => problem !== undefined),
      ...examined.flatMap((examination) => examination.problems),
    ]);
  }
  return Promise.all(
    tables.map(async (table): Promise<Artifact> => {
      const path = options[table];
      const sha256 = await sha256OfFile(path);
      return {
        role: `${table}-delivery`,
        path: basename(path),
        sha256,
        bytes: (await stat(path)).size,
        rows: null,
      };
    }),
  );
}

async function takeDelivery(
  context: StageContext<IngestOptions>,
  inputs: readonly Artifact[],
): Promise<StageOutcome> {
  const [customers, transactions] = [
    await examine(context, 'customers'),
    await examine(context, 'transactions'),
  ];
  const problems = [...customers.problems, ...transactions.problems];
  if (problems.length > 0) throw refusal(problems);
  const dialect: DeliveryDialect = {
    format: 'churn-dialect',
    formatVersion: 1,
    customers: customers.dialect!,
    transactions: transactions.dialect!,
  };
  const examinations = { customers, transactions };
  const outputs: Artifact[] = [];
  for (const table of tables) {
    const input = inputs.find(({ role }) => role === `${table}-delivery`)!;
    outputs.push(await copyUnchanged(context, table, input, examinations[table]));
  }
  outputs.push(
    await context.store.addText(
      { folder: 'raw', role: 'dialect', extension: 'json' },
      `${canonicalJson(dialect)}\n`,
    ),
  );
  return {
    outputs,
    metrics: { customers: metricsOf(customers), transactions: metricsOf(transactions) },
    warnings: [...customers.warnings, ...transactions.warnings],
  };
}

function examine(
  { options, signal }: StageContext<IngestOptions>,
  table: DeliveredTable,
): Promise<Examination> {
  return examineFile(table, options[table], options, signal);
}

function metricsOf({ rows, dialect }: Examination) {
  const { encoding, delimiter, dateFormat, decimal, compression } = dialect!;
  return { rows, encoding, delimiter, dateFormat, decimal, compression };
}

function copyUnchanged(
  { options, store, signal }: StageContext<IngestOptions>,
  table: DeliveredTable,
  input: Artifact,
  { rows, dialect }: Examination,
): Promise<Artifact> {
  const extension = dialect!.compression === 'gzip' ? 'csv.gz' : 'csv';
  return store.add({ folder: 'raw', role: table, extension }, async (path) => {
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const source = createReadStream(options[table], { highWaterMark: 1 << 20 });
    await pipeline(source, hashing, createWriteStream(path), { signal });
    const sha256 = hash.digest('hex');
    if (sha256 !== input.sha256) {
      throw badInput(
        'delivery-changed',
        `expected ${options[table]} to stay as it was, but it changed while it was read: deliver it whole, then start again`,
      );
    }
    return { rows, sha256 };
  });
}

function refusal(problems: readonly string[]) {
  const [first] = problems;
  const message =
    problems.length === 1
      ? first!
      : `expected two readable exports, found ${problems.length} problems: ${problems.join('; ')}`;
  return badInput('bad-delivery', message, problems);
}
