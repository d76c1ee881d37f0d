import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions } from './arrange-transactions.ts';

/** As many amounts tell a spread. */
const fewestAmounts = 30;
/** Amounts from which the spread is told, at most; evenly over the arranged rows. */
const mostAmounts = 250_000;

export interface Outliers {
  readonly rows: number;
  /** In hundredths, without sign; null where no bound can be told. */
  readonly bound: number | null;
}

/**
 * Finds amounts far beyond the others: beyond Q3·(Q3/Q1)³, the outer fence of Tukey on the scale of logarithms (three
 * interquartile ranges above the third quartile), because amounts spread by factors. Of lognormal amounts one in a million
 * lies there. Refunds count by their size.
 */
export async function markOutliers(connection: DuckDBConnection): Promise<Outliers> {
  const sized = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS DOUBLE) FROM ${arrangedTransactions} WHERE amount_minor <> 0`,
  );
  const amounts = Number(sized.getRows()[0]![0]);
  if (amounts < fewestAmounts) return { rows: 0, bound: null };
  const step = Math.ceil(amounts / mostAmounts);
  const quartiles = await connection.runAndReadAll(
    `SELECT CAST(QUANTILE_DISC(ABS(amount_minor), 0.25) AS DOUBLE), CAST(QUANTILE_DISC(ABS(amount_minor), 0.75) AS DOUBLE)
     FROM ${arrangedTransactions} WHERE amount_minor <> 0 AND rowid % ${step} = 0`,
  );
  const [lower, upper] = quartiles.getRows()[0]!.map(Number) as [number, number];
  if (upper === lower) return { rows: 0, bound: null };
  const bound = Math.ceil(upper * (upper / lower) ** 3);
  const counted = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS DOUBLE) FROM ${arrangedTransactions} WHERE ABS(amount_minor) > ${bound}`,
  );
  return { rows: Number(counted.getRows()[0]![0]), bound };
}
