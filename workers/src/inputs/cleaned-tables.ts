import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import type { TransactionDays } from '@churn/shared/features/choose-as-of-days';
import { largestAmountMinor } from '@churn/shared/features/largest-amount';
import { badInput } from '@churn/shared/platform/churn-error';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { StageContext } from '../stage/stage.ts';

/** The cleaned tables as relations in SQL. */
export interface CleanedTables {
  readonly customers: string;
  readonly transactions: string;
  /** The file of `transactions`. */
  readonly transactionsPath: string;
}

/** The cleaned customers and transactions of a run, in this order. */
export async function findCleanedTables(context: StageContext<unknown>): Promise<readonly Artifact[]> {
  const cleaned = await findStageResult(context.layout, context.run, 'clean');
  return [outputOf(cleaned, 'customers'), outputOf(cleaned, 'transactions')];
}

/** Verifies both files, then names them for queries. */
export async function openCleanedTables(
  store: ArtifactStore,
  inputs: readonly Artifact[],
): Promise<CleanedTables> {
  const verified = async (role: string) => {
    const artifact = inputs.find((input) => input.role === role)!;
    await store.verify(artifact);
    return store.absolutePath(artifact);
  };
  const relation = (path: string) => `read_parquet(${sqlText(path)})`;
  const transactionsPath = await verified('transactions');
  return {
    customers: relation(await verified('customers')),
    transactions: relation(transactionsPath),
    transactionsPath,
  };
}

/** Days that the transactions span. Refuses (exit 2) an empty table and amounts too large to be summed exactly. */
export async function transactionDays(
  connection: DuckDBConnection,
  { transactions }: CleanedTables,
): Promise<TransactionDays> {
  const result = await connection.runAndReadAll(`
    SELECT CAST(MIN(transaction_date) - DATE '1970-01-01' AS INTEGER),
      CAST(MAX(transaction_date) - DATE '1970-01-01' AS INTEGER), CAST(MAX(ABS(amount_minor)) AS DOUBLE)
    FROM ${transactions}`);
  const [firstDay, lastDay, largest] = result.getRows()[0] as (number | null)[];
  if (firstDay == null || lastDay == null) {
    throw badInput('no-transactions', 'expected transactions, but none is left after cleaning');
  }
  if (largest != null && largest > largestAmountMinor) {
    throw badInput(
      'bad-amount',
      `expected amounts of at most ${largestAmountMinor / 100} currency units, got ${largest / 100}`,
    );
  }
  return { firstDay, lastDay };
}
