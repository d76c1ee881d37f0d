import type { QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import type { LanguageTag } from '../report/language/language-tag.ts';

export interface CleanOptions {
  readonly budgets: QuarantineBudgets;
  /** Days since 1970-01-01; null: no day is too late. */
  readonly asOfDay: number | null;
  readonly dropIdentical: boolean;
  /** Only files that came until this day, YYYY-MM-DD, or whose arrival is not known; null: all files. */
  readonly knownOn: string | null;
  /** The user's file of rules. */
  readonly rules: string | null;
  /** The user's file of repaired rows of the quarantine. */
  readonly replay: string | null;
  /** Of the page for people. */
  readonly language: LanguageTag;
}
