import type { CleaningCounts, CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { CleaningAction } from '@churn/shared/cleaning/cleaning-rule';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { budgetOf, type QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countAccepted, countRules } from './count-rules.ts';
import type { DeliveredFile } from './delivered-file.ts';
import type { NumberedRecords } from './number-records.ts';

/** The cleaning in numbers. Throws where rows are lost: every delivered row is accepted, merged or quarantined. */
export async function makeCleaningReport(
  connection: DuckDBConnection,
  files: Record<DeliveredTable, DeliveredFile>,
  delivered: Record<DeliveredTable, NumberedRecords>,
  budgets: QuarantineBudgets,
): Promise<CleaningReport> {
  const counts = await countRules(connection);
  const rowsOf = (table: DeliveredTable, action: CleaningAction) =>
    cleaningRules
      .filter((rule) => rule.table === table && rule.action === action)
      .reduce((total, { id }) => total + counts.get(id)!, 0);
  const countsOf = async (table: DeliveredTable): Promise<CleaningCounts> => {
    const result = {
      file: files[table].dialect.file,
      rowsDelivered: delivered[table].rows,
      rowsAccepted: await countAccepted(connection, table),
      rowsMerged: rowsOf(table, 'merge'),
      rowsQuarantined: rowsOf(table, 'quarantine'),
    };
    const judged = result.rowsAccepted + result.rowsMerged + result.rowsQuarantined;
    if (judged !== result.rowsDelivered) {
      throw new Error(`expected ${result.rowsDelivered} rows of ${table} to be judged, ${judged} were`);
    }
    return result;
  };
  return {
    format: 'churn-cleaning-report',
    formatVersion: 1,
    customers: await countsOf('customers'),
    transactions: await countsOf('transactions'),
    rules: cleaningRules.map((rule) => ({
      id: rule.id,
      table: rule.table,
      column: rule.column,
      action: rule.action,
      reason: rule.reason,
      rows: counts.get(rule.id)!,
      budget: rule.action === 'quarantine' ? budgetOf(rule, budgets) : null,
    })),
  };
}
