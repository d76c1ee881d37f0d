import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';

export function exampleCleaning(): CleaningReport {
  const rowsOf: Record<string, number> = {
    'gender-spelling': 310,
    'bad-amount': 1_204,
    'repeated-customer': 12,
  };
  return {
    format: 'churn-cleaning-report',
    formatVersion: 1,
    customers: {
      file: 'customers.csv',
      rowsDelivered: 20_000,
      rowsAccepted: 19_988,
      rowsMerged: 12,
      rowsQuarantined: 0,
    },
    transactions: {
      file: 'transactions.csv',
      rowsDelivered: 400_000,
      rowsAccepted: 398_796,
      rowsMerged: 0,
      rowsQuarantined: 1_204,
    },
    rules: cleaningRules.map(({ id, table, column, action, reason }) => ({
      id,
      table,
      column,
      action,
      reason,
      rows: rowsOf[id] ?? 0,
      budget: action === 'quarantine' ? 0.05 : null,
    })),
  };
}
