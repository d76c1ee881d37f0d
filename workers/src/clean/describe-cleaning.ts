import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { ordinaryBudget } from '@churn/shared/cleaning/quarantine-budget';
import type { StageOutcome } from '../stage/stage.ts';

/** The report for the result line: counts, and the rules that met a row. */
export function cleaningMetrics({ customers, transactions, rules }: CleaningReport): StageOutcome['metrics'] {
  const met = rules.filter(({ rows }) => rows > 0).map(({ id, rows }) => [id, rows] as const);
  return { customers, transactions, rules: Object.fromEntries(met) };
}

/** Set-aside rows always; values lost only where they are more than the ordinary budget; kept oddities always. */
export function cleaningWarnings(report: CleaningReport): string[] {
  return report.rules
    .filter(({ action, rows, table }) => {
      if (rows === 0 || action === 'fix' || action === 'merge') return false;
      return action !== 'null' || rows > ordinaryBudget * report[table].rowsDelivered;
    })
    .map(({ id, table, rows, action, reason }) => {
      const done = { quarantine: 'set aside', keep: 'kept', null: 'without the value' }[action as string];
      return `${report[table].file}: ${rows} of ${report[table].rowsDelivered} rows ${done} (${id}): ${reason}`;
    });
}
