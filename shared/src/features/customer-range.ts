import { sqlText } from '../platform/duckdb-session.ts';

/** Customers with `from` <= customer_id < `to`, by bytes; null: no bound. */
export interface CustomerRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** SQL of the condition that a customer is in the range, to be put after another one. */
export function inRangeSql({ from, to }: CustomerRange): string {
  const lower = from === null ? '' : ` AND customer_id >= ${sqlText(from)}`;
  const upper = to === null ? '' : ` AND customer_id < ${sqlText(to)}`;
  return lower + upper;
}
