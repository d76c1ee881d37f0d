import type { CleaningCounts, CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { CleaningAction, CleaningRule } from '@churn/shared/cleaning/cleaning-rule';
import { budgetOf, type QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { CleanedDelivery } from './clean-delivery.ts';
import type { LoadedFiles } from './judge-delivery.ts';

/** The cleaning in numbers. Throws where rows are lost: every delivered row is accepted, merged or quarantined. */
export function makeCleaningReport(
  { files, counts, accepted }: CleanedDelivery,
  rules: readonly CleaningRule[],
  budgets: QuarantineBudgets,
): CleaningReport {
  const rowsOf = (table: DeliveredTable, action: CleaningAction) =>
    rules
      .filter((rule) => rule.table === table && rule.action === action)
      .reduce((total, { id }) => total + (counts.get(id) ?? 0), 0);
  const countsOf = (table: DeliveredTable): CleaningCounts => {
    const result = {
      file: nameOf(files[table]),
      rowsDelivered: files[table].reduce((total, { file }) => total + file.dialect.rows, 0),
      rowsAccepted: accepted[table],
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
    customers: countsOf('customers'),
    transactions: countsOf('transactions'),
    rules: rules.map((rule) => ({
      id: rule.id,
      table: rule.table,
      column: rule.column,
      action: rule.action,
      reason: rule.reason,
      rows: counts.get(rule.id) ?? 0,
      budget: rule.action === 'quarantine' ? budgetOf(rule, budgets) : null,
    })),
  };
}

function nameOf(files: LoadedFiles[DeliveredTable]): string {
  return files.length === 1 ? files[0]!.file.dialect.file : `${files.length} files`;
}
