import { brokenLineRule } from '@churn/shared/cleaning/broken-line-rule';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { acceptRemaining } from './accept-transactions.ts';
import {
  arrangedTransactions,
  arrangeTransactions,
  countIdentical,
  dropIdentical,
} from './arrange-transactions.ts';
import type { CleanSettings } from './clean-settings.ts';
import { countRows, countRules } from './count-rules.ts';
import { blockRows, excludeRepeatedBlocks } from './find-repeated-blocks.ts';
import { type DeliveredFiles, judgeDelivery, type LoadedFiles } from './judge-delivery.ts';
import { markOutliers } from './mark-outliers.ts';
import { acceptedTable } from './row-tables.ts';

export interface CleanedDelivery {
  readonly files: LoadedFiles;
  /** Rows that each rule met; a rule without a count met none. */
  readonly counts: ReadonlyMap<string, number>;
  readonly accepted: Readonly<Record<DeliveredTable, number>>;
  /** Amounts beyond this, in hundredths and without sign, are outliers; null: none is. */
  readonly outlierBound: number | null;
  /** The day of arrival of some file is known. */
  readonly hasArrivals: boolean;
}

/** Judges all rows, alone and beside each other, and arranges those that stay; leaves the tables of `row-tables.ts`. */
export async function cleanDelivery(
  connection: DuckDBConnection,
  delivered: DeliveredFiles,
  settings: CleanSettings,
  folder: string,
  signal: AbortSignal,
): Promise<CleanedDelivery> {
  const { files, keptByUserRules } = await judgeDelivery(connection, delivered, settings, folder, signal);
  const hasArrivals = delivered.transactions.some(({ dialect }) => dialect.arrivedOn !== null);
  const identical = await arrange(connection, hasArrivals, settings);
  signal.throwIfAborted();
  const outliers = await markOutliers(connection);
  const counts = new Map([...(await countRules(connection)), ...keptByUserRules]);
  counts.set(settings.dropIdentical ? 'dropped-identical-transaction' : 'identical-transaction', identical);
  counts.set('outlier-amount', outliers.rows);
  for (const table of deliveredTables) {
    counts.set(
      brokenLineRule[table],
      files[table].reduce((total, { brokenRows }) => total + brokenRows, 0),
    );
  }
  const accepted = {
    customers: await countRows(connection, acceptedTable.customers),
    transactions: await countRows(connection, arrangedTransactions),
  };
  return { files, counts, accepted, outlierBound: outliers.bound, hasArrivals };
}

/** Arranges the transactions; returns how many of them are identical to another, after blocks delivered twice are gone. */
async function arrange(
  connection: DuckDBConnection,
  hasArrivals: boolean,
  settings: CleanSettings,
): Promise<number> {
  await arrangeTransactions(connection, hasArrivals);
  let identical = await countIdentical(connection);
  if (identical >= blockRows && (await excludeRepeatedBlocks(connection)) > 0) {
    await acceptRemaining(
      connection,
      settings.userRules.filter(({ table }) => table === 'transactions'),
    );
    await arrangeTransactions(connection, hasArrivals);
    identical = await countIdentical(connection);
  }
  if (settings.dropIdentical && identical > 0) await dropIdentical(connection);
  return identical;
}
