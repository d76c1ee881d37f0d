import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { findingsOf } from './findings.ts';
import type { Language } from './language/language.ts';
import type { Promotion } from './report-inputs.ts';
import type { RichText } from './table.ts';

type Decision = NonNullable<Promotion['decision']>;

/** What a rule of the gate expected and found, in the language where it has words for it. */
export function wordRule(
  rule: Decision['decisions'][number],
  { settings, championSha256, refit }: Decision,
  evaluation: EvaluationDocument,
  language: Language,
): { readonly expected: RichText; readonly actual: RichText } {
  const { winner, churnShare } = findingsOf(evaluation);
  const worded = language.gate.rule({
    rule,
    settings,
    championSha256,
    refit,
    evaluation,
    winner,
    churnShare,
  });
  return {
    expected: worded?.expected ?? [{ english: rule.expected }],
    actual: worded?.actual ?? [{ english: rule.actual }],
  };
}
