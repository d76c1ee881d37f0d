import { compileFeatureSql, type FeatureQuery } from '@churn/shared/features/compile-feature-sql';
import { asOfDaysOf } from '@churn/shared/features/plan-split';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from '../inputs/cleaned-tables.ts';
import { customerRanges } from './customer-ranges.ts';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

/**
 * Writes the feature table as Parquet, the same bytes for any number of threads. Snappy, since zstd takes a fifth off columns of doubles for
 * twice the time.
 */
export async function writeFeatureTable(
  connection: DuckDBConnection,
  path: string,
  { customers, transactions, transactionsPath }: CleanedTables,
  query: Pick<FeatureQuery, 'rows' | 'features'>,
  threads: number,
): Promise<void> {
  // As-of dates are worked on at the same time, too.
  const asOfDates = 'plan' in query.rows ? asOfDaysOf(query.rows.plan).length : 1;
  const ranges = await customerRanges(connection, transactionsPath, Math.ceil(threads / asOfDates));
  const sql = compileFeatureSql({ customers, transactions, ranges, ...query });
  await connection.run(
    `COPY (${sql}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${rowsPerGroup})`,
  );
}
