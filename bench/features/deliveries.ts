import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { deliveredColumns } from '@churn/shared/schema/delivered-table';
import { measuredProcess } from '../measure/measured-process.ts';

const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));

/** Of each column of Parquet its type; text where none is named. What is no such value is null there. */
const types: Readonly<Record<string, string>> = {
  age: 'INTEGER',
  signup_date: 'DATE',
  churn: 'TINYINT',
  transaction_date: 'DATE',
  amount: 'DOUBLE',
};

/** The exports of a simulated telecom of which 2 % of the rows are damaged, made once and kept in the folder. */
export async function makeCsvDelivery(
  folder: string,
  customers: number,
  transactions: number,
): Promise<void> {
  if (await isThere(join(folder, 'truth.csv'))) return;
  const sizes = ['--customers', String(customers), '--transactions', String(transactions)];
  await measuredProcess([process.execPath, cli, 'generate', '--out', folder, ...sizes, '--dirty', '0.02']);
}

/** The same rows as Parquet with types, less the lines that are no rows. */
export async function makeParquetDelivery(folder: string): Promise<void> {
  for (const table of ['customers', 'transactions'] as const) {
    const path = join(folder, `${table}.parquet`);
    if (await isThere(path)) continue;
    const columns = deliveredColumns[table];
    const texts = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
    const typed = columns.map(
      (column) => `TRY_CAST(${column} AS ${types[column] ?? 'VARCHAR'}) AS ${column}`,
    );
    const sql = `
      COPY (SELECT ${typed.join(', ')} FROM read_csv(${sqlText(join(folder, `${table}.csv`))}, header = true,
        columns = {${texts}}, quote = '', ignore_errors = true)) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`;
    await withDuckDb({ threads: 2, temporaryDirectory: folder }, (connection) => connection.run(sql));
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
