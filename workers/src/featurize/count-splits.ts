import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import type { SplitCounts } from '@churn/shared/features/check-split-counts';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Rows of a feature table by split, and how many of them churned. */
export async function countSplits(
  connection: DuckDBConnection,
  path: string,
): Promise<DatasetDescription['splits']> {
  const result = await connection.runAndReadAll(
    `SELECT split, CAST(COUNT(*) AS INTEGER), CAST(SUM(label) AS INTEGER) FROM read_parquet(${sqlText(path)}) GROUP BY split`,
  );
  const rows = result.getRows() as [string, number, number][];
  const countsOf = (name: string): SplitCounts => {
    const row = rows.find(([split]) => split === name);
    return { rows: row?.[1] ?? 0, churned: row?.[2] ?? 0 };
  };
  return { train: countsOf('train'), validation: countsOf('validation'), test: countsOf('test') };
}
