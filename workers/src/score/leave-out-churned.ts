import type { TransactionDays } from '@churn/shared/features/choose-as-of-days';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { Labelling } from '@churn/shared/schema/labelling';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countEligible } from '../featurize/eligible-customers.ts';
import type { CleanedTables } from '../inputs/cleaned-tables.ts';
import type { ScoredCustomers } from './scored-customers.ts';

/** The tables without the customers whose flag says that they have left. */
export function withoutChurned(tables: CleanedTables): CleanedTables {
  return { ...tables, customers: `(SELECT * FROM ${tables.customers} WHERE churn IS DISTINCT FROM 1)` };
}

export interface LeftOut {
  readonly leftOut: number;
  /** Of those who are left, as in `Labelling`. */
  readonly lookbackDays: number | null;
  readonly warnings: readonly string[];
}

/** Who is left out of the eligible customers, if those who have left are to be. */
export async function leaveOut(
  connection: DuckDBConnection,
  tables: CleanedTables,
  asOfDay: number,
  days: TransactionDays,
  { lookbackDays, labelling: { mode, horizonDays }, leaveOutChurned }: ScoredCustomers,
): Promise<LeftOut> {
  if (!leaveOutChurned) return { leftOut: 0, lookbackDays, warnings: [] };
  const flags = await countFlags(connection, tables, asOfDay, lookbackDays);
  const warnings = warnOfFlags(flags, mode, asOfDay, days);
  if (mode === 'flag') return { leftOut: flags.leftOut, lookbackDays, warnings };
  const counts = await countEligible(connection, withoutChurned(tables), [asOfDay], {
    lookbackDays,
    horizonDays,
  });
  return {
    leftOut: flags.leftOut + counts.get(asOfDay)!.silent,
    lookbackDays: Math.min(lookbackDays ?? horizonDays, horizonDays),
    warnings,
  };
}

interface Flags {
  /** Customers who have a flag, whatever it says. */
  readonly known: number;
  /** Those left out who are eligible: have a transaction before as-of, within the look-back. */
  readonly leftOut: number;
}

async function countFlags(
  connection: DuckDBConnection,
  { customers, transactions }: CleanedTables,
  asOfDay: number,
  lookbackDays: number | null,
): Promise<Flags> {
  const asOf = `DATE '${dayText(asOfDay)}'`;
  const since = lookbackDays === null ? '' : ` AND transaction_date >= ${asOf} - ${lookbackDays}`;
  const result = await connection.runAndReadAll(`
    SELECT CAST(COUNT(churn) AS INTEGER), CAST(COUNT(*) FILTER (churn = 1
      AND customer_id IN (SELECT customer_id FROM ${transactions} WHERE transaction_date < ${asOf}${since})) AS INTEGER)
    FROM ${customers}`);
  const [known, leftOut] = result.getRows()[0] as number[];
  return { known: known!, leftOut: leftOut! };
}

/** Without any flag there is nobody to leave out by it. A flag has no date: before the end of the data it may tell the future. */
function warnOfFlags(
  { known, leftOut }: Flags,
  mode: Labelling['mode'],
  asOfDay: number,
  { lastDay }: TransactionDays,
): string[] {
  if (known === 0) {
    if (mode === 'inactivity') return [];
    return [
      'No customer has a value in the column churn: nothing says who has left, so nobody was left out.',
    ];
  }
  if (leftOut === 0 || asOfDay > lastDay) return [];
  return [
    `As-of ${dayText(asOfDay)} lies before the end of the data (${dayText(lastDay)}), and the column churn has no date: of the ` +
      `${leftOut} customers left out some may have left only after as-of, so these scores say nothing about how good the model is.`,
  ];
}
