import { compileFeatureSql, type FeatureQuery } from '@churn/shared/features/compile-feature-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

/** Writes the feature table as Parquet; rows without a label are left out where `labelledOnly`. */
export async function writeFeatureTable(
  connection: DuckDBConnection,
  path: string,
  query: FeatureQuery,
  labelledOnly: boolean,
): Promise<void> {
  const sql = compileFeatureSql(query);
  const rows = labelledOnly
    ? `SELECT * FROM (${sql}) WHERE label IS NOT NULL ORDER BY as_of, customer_id`
    : sql;
  await connection.run(
    `COPY (${rows}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsPerGroup})`,
  );
}
