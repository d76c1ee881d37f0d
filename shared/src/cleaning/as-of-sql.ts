import { dayText } from '../platform/calendar-day.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import type { CleaningSettings } from './cleaning-settings.ts';

/** SQL of the last day that a transaction may have; null where any may. */
export function asOfSql({ asOfDay }: CleaningSettings): string {
  return `CAST(${asOfDay === null ? 'NULL' : sqlText(dayText(asOfDay))} AS DATE)`;
}
