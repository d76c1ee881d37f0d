import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readFeatureRows,
  readFeatureTable,
  readFeatureTableInBatches,
} from '../../src/artifacts/read-feature-table.ts';
import { compileFeatureSql } from '../../src/features/compile-feature-sql.ts';
import { evaluateFeatures } from '../../src/features/evaluate-features.ts';
import { featureRowsToMatrix } from '../../src/features/feature-rows-to-matrix.ts';
import { withDuckDb } from '../../src/platform/duckdb-session.ts';
import { type KnownCustomer, loadCustomers } from '../features/feature-sql-session.ts';

const asOfDay = 19_700;
const customers = Array.from(
  { length: 5000 },
  (_, i): KnownCustomer => ({
    customerId: String(i).padStart(4, '0'),
    age: i % 7 === 0 ? null : 20 + (i % 50),
    gender: i % 3 === 0 ? null : 'female',
    signupDay: asOfDay - 100 - i,
    region: i % 2 === 0 ? 'north' : 'south',
    churn: 0,
    transactions: [{ day: asOfDay - 1 - (i % 60), amountMinor: i, service: 'voice' }],
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a table read whole, without its features, in batches, and evaluated customer by customer is the same matrix', async () => {
  await withDuckDb({ threads: 2, temporaryDirectory: folder }, async (connection) => {
    await loadCustomers(connection, customers);
    const sql = compileFeatureSql({
      customers: 'customers',
      transactions: 'transactions',
      rows: { asOfDay, lookbackDays: null },
    });
    const path = join(folder, 'features.parquet');
    await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
    const whole = await readFeatureTable(connection, path);
    const expected = customers.map((customer) => evaluateFeatures(customer, customer.transactions, asOfDay));
    expect(whole.matrix).toEqual(featureRowsToMatrix(expected));
    expect(whole.customerIds).toEqual(customers.map(({ customerId }) => customerId));
    expect(new Set(whole.asOfDays)).toEqual(new Set([asOfDay]));
    expect(new Set(whole.splits)).toEqual(new Set([null]));
    expect(new Set(whole.labels)).toEqual(new Set([255]));
    const { matrix: _, ...rows } = whole;
    expect(await readFeatureRows(connection, path)).toEqual(rows);
    const ids: string[] = [];
    let batches = 0;
    for await (const batch of readFeatureTableInBatches(connection, path, 1000)) {
      ids.push(...batch.customerIds);
      batches += 1;
    }
    expect(ids).toEqual(whole.customerIds);
    expect(batches).toBeGreaterThan(1);
  });
});

test('a table of another feature list is refused', async () => {
  const path = join(folder, 'other.parquet');
  await withDuckDb({ threads: 1, temporaryDirectory: folder }, async (connection) => {
    await connection.run(`COPY (SELECT '1' AS customer_id, 2 AS age) TO '${path}' (FORMAT parquet)`);
    await expect(readFeatureTable(connection, path)).rejects.toThrow(
      'expected column 2 of the feature table to be as_of, it is age',
    );
  });
});
