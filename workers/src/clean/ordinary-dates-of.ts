import { candidateDates } from '@churn/shared/cleaning/detect-ordinary-dates';
import { isOrdinaryDaySql, type OrdinaryDates, ordinaryDaySql } from '@churn/shared/cleaning/ordinary-dates';
import type { DateFormat } from '@churn/shared/dialect/dialect';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The way in which most texts of a sample are written: `sample` is a relation, `column` one of its texts. */
export async function ordinaryDatesOf(
  connection: DuckDBConnection,
  sample: string,
  column: string,
  formats: readonly DateFormat[],
): Promise<OrdinaryDates> {
  const candidates = candidateDates(formats);
  const counts = candidates.map((dates) => {
    const isOrdinary = isOrdinaryDaySql(column, ordinaryDaySql(column, dates), dates);
    return `CAST(COUNT(*) FILTER (${isOrdinary}) AS INTEGER)`;
  });
  if (counts.length === 0) return { format: 'iso', separator: '-', hasTime: false };
  const counted = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${sample}`);
  const rows = counted.getRows()[0]!.map(Number);
  return candidates[rows.indexOf(Math.max(...rows))]!;
}
