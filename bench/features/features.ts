import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { costRow, printTable } from '../measure/cost-table.ts';
import { type Cost, measuredProcess, medianCost, totalCost } from '../measure/measured-process.ts';
import { requireSameTable } from './compare-tables.ts';
import { makeCsvDelivery, makeParquetDelivery } from './deliveries.ts';
import { type OurRun, ourPipeline } from './our-pipeline.ts';

const { values: options } = parseArgs({
  options: {
    transactions: { type: 'string', default: '4000000' },
    formats: { type: 'string', default: 'csv,parquet' },
    repeats: { type: 'string', default: '3' },
    /** Where the generated files stay for the next time; a temporary folder when absent. */
    work: { type: 'string' },
  },
});
const python = fileURLToPath(new URL('.venv/bin/python', import.meta.url));
const transactions = Number(options.transactions);
const repeats = Number(options.repeats);
/** 20 transactions a customer, and never more than 200,000 customers: the larger size has longer histories. */
const customers = Math.min(transactions / 20, 200_000);
const peers = ['pandas', 'polars', 'duckdb'] as const;

const work =
  options.work === undefined ? await mkdtemp(join(tmpdir(), 'bench-features-')) : resolve(options.work);
const folder = join(work, String(transactions));
try {
  await mkdir(folder, { recursive: true });
  await makeCsvDelivery(folder, customers, transactions);
  await makeParquetDelivery(folder);
  const summary: Record<string, unknown> = {};
  for (const format of options.formats.split(',')) summary[format] = await compare(format);
  process.stdout.write(`${JSON.stringify({ bench: 'features', transactions, customers, ...summary })}\n`);
} finally {
  if (options.work === undefined) await rm(work, { recursive: true, force: true });
}

/** All sides in turn, as often as asked, so that each meets the same machine; then the table and the ratios. */
async function compare(format: string): Promise<Record<string, unknown>> {
  const ours: OurRun[] = [];
  const theirs: Record<(typeof peers)[number], Cost[]> = { pandas: [], polars: [], duckdb: [] };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const dataDirectory = join(folder, 'data');
    await rm(dataDirectory, { recursive: true, force: true });
    const run = await ourPipeline(folder, format, dataDirectory);
    ours.push(run);
    for (const peer of peers) {
      const out = join(folder, `${peer}.parquet`);
      const script = fileURLToPath(new URL(`peers/features_${peer}.py`, import.meta.url));
      theirs[peer].push(await measuredProcess([python, script, folder, format, out]));
      await requireSameTable(run.table, out, peer);
    }
    await rm(dataDirectory, { recursive: true, force: true });
  }
  const total = medianCost(ours.map(({ ingest, clean, featurize }) => totalCost([ingest, clean, featurize])));
  const part = (name: keyof Omit<OurRun, 'table'>) => medianCost(ours.map((run) => run[name]));
  const medians = peers.map((peer) => [peer, medianCost(theirs[peer])] as const);
  printTable(`${transactions} transactions of ${customers} customers, ${format}, median of ${repeats}`, [
    ['ours: ingest, clean, featurize', costRow(total)],
    ['  ingest', costRow(part('ingest'))],
    ['  clean', costRow(part('clean'))],
    ['  featurize', costRow(part('featurize'))],
    ['  featurize, whole feature list', costRow(part('featurizeAll'))],
    ...medians.map(([peer, cost]) => [peer, costRow(cost)] as const),
  ]);
  return {
    ours: total,
    featurizeAll: part('featurizeAll'),
    ...Object.fromEntries(
      medians.map(([peer, cost]) => [
        `relativeTo${peer[0]!.toUpperCase()}${peer.slice(1)}`,
        {
          wall: total.wallSeconds / cost.wallSeconds,
          cpu: total.cpuSeconds / cost.cpuSeconds,
          peakMemory: total.peakBytes / cost.peakBytes,
        },
      ]),
    ),
  };
}
