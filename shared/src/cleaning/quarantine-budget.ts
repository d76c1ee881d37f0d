import type { CleaningRule } from './cleaning-rule.ts';

export interface QuarantineBudgets {
  /** Share of a file's rows for every rule without its own; null: the rule's own, or `ordinaryBudget`. */
  readonly general: number | null;
  /** By rule id; goes before everything else. */
  readonly byRule: Readonly<Record<string, number>>;
}

export const ordinaryBudget = 0.05;

/** Share of a file's rows that the rule may set aside before cleaning refuses the delivery. */
export function budgetOf(rule: CleaningRule, budgets: QuarantineBudgets): number {
  return budgets.byRule[rule.id] ?? budgets.general ?? rule.budget ?? ordinaryBudget;
}
