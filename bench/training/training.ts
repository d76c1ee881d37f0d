import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { costRow, printTable } from '../measure/cost-table.ts';
import { measuredProcess } from '../measure/measured-process.ts';
import { makeBoostingData } from './boosting-data.ts';
import { compareBoosting } from './compare-boosting.ts';
import { comparePipelines } from './compare-pipelines.ts';

const { values: options } = parseArgs({
  options: {
    /** Any of boosting, tree and pipeline, with commas between. */
    parts: { type: 'string', default: 'boosting,tree,pipeline' },
    rows: { type: 'string', default: '200000' },
    customers: { type: 'string', default: '20000' },
    repeats: { type: 'string', default: '3' },
    /** Where the generated files stay for the next time; a temporary folder when absent. */
    work: { type: 'string' },
  },
});
const size = { rows: Number(options.rows), columns: 60 };
const repeats = Number(options.repeats);
const threads = 2;

const work =
  options.work === undefined ? await mkdtemp(join(tmpdir(), 'bench-training-')) : resolve(options.work);
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  boosting: () => compareBoosting(work, { ...size, rounds: 300, threads }, repeats),
  tree: measureTree,
  pipeline: () => comparePipelines(work, Number(options.customers), repeats),
};
try {
  await mkdir(work, { recursive: true });
  const summary: Record<string, unknown> = {};
  for (const name of options.parts.split(',')) {
    const part = parts[name];
    if (part === undefined) throw new Error(`expected ${Object.keys(parts).join(', ')}, got "${name}"`);
    summary[name] = await part();
  }
  process.stdout.write(`${JSON.stringify({ bench: 'training', ...summary })}\n`);
} finally {
  if (options.work === undefined) await rm(work, { recursive: true, force: true });
}

/** Our decision tree with its search, validation and calibration; there is no peer, but a goal: 90 s. */
async function measureTree() {
  const { rows, columns } = size;
  const data = join(work, `boosting-${rows}x${columns}.f32`);
  await makeBoostingData(data, size);
  const script = fileURLToPath(new URL('search-tree.ts', import.meta.url));
  const cost = await measuredProcess([
    process.execPath,
    script,
    data,
    ...[rows, columns, threads].map(String),
  ]);
  printTable(`Decision tree with its search: ${rows} × ${columns}, ${threads} threads`, [
    ['ours', costRow(cost)],
  ]);
  return { ...size, ...cost };
}
