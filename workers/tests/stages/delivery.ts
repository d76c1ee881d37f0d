import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';

export const customersHeader = 'customer_id,age,gender,signup_date,region,churn';
export const transactionsHeader = 'customer_id,transaction_date,amount,service';

const cleanedColumns = {
  customers: '*',
  transactions: 'customer_id, transaction_date, amount_minor, service',
};

/** A folder for exports and a data directory, gone at the end of the test. */
export async function delivery() {
  const folder = await mkdtemp(join(tmpdir(), 'churn-delivery-'));
  const dataDirectory = join(folder, 'data');
  const store = new ArtifactStore(new ArtifactLayout(dataDirectory));
  const path = (name: string) => join(folder, name);
  const outputOf = (result: StageResult, role: string) =>
    result.outputs.find((output) => output.role === role)!;
  const run = (stage: string, ...argv: string[]) =>
    runChurn(stage, '--run', 'r1', '--data-dir', dataDirectory, ...argv);
  return {
    folder,
    dataDirectory,
    path,
    store,
    outputOf,
    run,
    ingest: (...argv: string[]) =>
      run(
        'ingest',
        '--customers',
        path('customers.csv'),
        '--transactions',
        path('transactions.csv'),
        ...argv,
      ),
    deliver: async (customers: string | Uint8Array, transactions: string | Uint8Array) => {
      await writeFile(path('customers.csv'), customers);
      await writeFile(path('transactions.csv'), transactions);
    },
    /** Rows of a Parquet output as JSON values: of the columns that an export has, or of `columns`. */
    rows: (result: StageResult, role: 'customers' | 'transactions', columns = cleanedColumns[role]) =>
      withDuckDb({ threads: 1, temporaryDirectory: path('spill') }, async (connection) => {
        const file = store.absolutePath(outputOf(result, role));
        const read = await connection.runAndReadAll(`SELECT ${columns} FROM read_parquet(${sqlText(file)})`);
        return read.getRowsJson();
      }),
    quarantine: async (result: StageResult) => {
      const text = await store.readText(outputOf(result, 'quarantine'));
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, string | number>);
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Delivery = Awaited<ReturnType<typeof delivery>>;
