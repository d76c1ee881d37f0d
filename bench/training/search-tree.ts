import { readFile } from 'node:fs/promises';
import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { decisionTree } from '@churn/shared/models/decision-tree';
import { trainFamily } from '@churn/shared/training/train-family';

/** search-tree.ts DATA ROWS COLUMNS THREADS: what `churn train --family decision-tree` does between reading and writing. */
const [data, ...sizes] = process.argv.slice(2) as [string, ...string[]];
const [rows, columns, threads] = sizes.map(Number) as [number, number, number];

const bytes = await readFile(data);
const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const columnOf = (at: number) => numbers.subarray(at * rows, (at + 1) * rows);
const table: FeatureTable = {
  customerIds: Array.from({ length: rows }, (_, row) => `customer-${row}`),
  asOfDays: new Int32Array(rows),
  splits: Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 'test' : 'train')),
  labels: Uint8Array.from(columnOf(columns)),
  matrix: {
    rowCount: rows,
    columns: Array.from({ length: columns }, (_, at) => ({
      kind: 'numeric' as const,
      name: `column-${at}`,
      values: Float64Array.from(columnOf(at)),
    })),
  },
};
await trainFamily(decisionTree, table, 'hash', 90, {
  seed: 42,
  threads,
  trials: 20,
  source: { source: 'searched', because: 'asked', earlier: null },
  elapsedMs: () => performance.now(),
});
