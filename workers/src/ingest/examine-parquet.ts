import { AmountVotes } from '@churn/shared/dialect/amount-votes';
import type { TableMapping } from '@churn/shared/dialect/column-mapping';
import { DateVotes } from '@churn/shared/dialect/date-votes';
import { matchColumns } from '@churn/shared/dialect/match-columns';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { type DeliveredTable, dateColumns } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileFindings, UnreadableFile } from './file-findings.ts';

const sampledRows = 10_000;

/** Finds out what a Parquet file holds; one that was cut off has no footer and is refused. */
export function examineParquet(
  table: DeliveredTable,
  path: string,
  mapping: TableMapping,
  temporaryDirectory: string,
): Promise<FileFindings | UnreadableFile> {
  return withDuckDb({ threads: 1, temporaryDirectory }, async (connection) => {
    try {
      return await examine(connection, table, `read_parquet(${sqlText(path)})`, mapping);
    } catch (error) {
      const [sentence] = (error instanceof Error ? error.message : String(error)).split('\n');
      return { problems: [`expected a whole Parquet file, got: ${sentence?.replaceAll(path, 'it')}`] };
    }
  });
}

async function examine(
  connection: DuckDBConnection,
  table: DeliveredTable,
  relation: string,
  mapping: TableMapping,
): Promise<FileFindings | UnreadableFile> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
  const header = described.getRows().map(([name]) => String(name));
  const matched = matchColumns(header, table, mapping);
  const counted = await connection.runAndReadAll(`SELECT CAST(COUNT(*) AS DOUBLE) FROM ${relation}`);
  const rows = Number(counted.getRows()[0]![0]);
  const problems = [...matched.problems];
  if (rows === 0) problems.push('expected rows, found none');
  if (problems.length > 0) return { problems };
  const dates = new DateVotes();
  const amounts = new AmountVotes();
  for (const text of await sampleOf(connection, relation, header[matched.places[dateColumns[table]] ?? -1])) {
    dates.hear(text);
  }
  for (const text of await sampleOf(connection, relation, header[matched.places.amount ?? -1])) {
    amounts.hear(text);
  }
  return { rows, header, matched, dates, amounts, csv: null };
}

async function sampleOf(
  connection: DuckDBConnection,
  relation: string,
  column: string | undefined,
): Promise<string[]> {
  if (column === undefined) return [];
  const name = `"${column.replaceAll('"', '""')}"`;
  const sample = await connection.runAndReadAll(
    `SELECT CAST(${name} AS VARCHAR) FROM ${relation} WHERE ${name} IS NOT NULL LIMIT ${sampledRows}`,
  );
  return sample.getRows().map(([text]) => String(text).trim());
}
