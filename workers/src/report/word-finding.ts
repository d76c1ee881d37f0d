import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { Language } from './language/language.ts';
import type { RichText } from './table.ts';

/** What a check for leakage found, in the language where it has words for it. */
export function wordFinding(
  { check, finding, facts, passed }: EvaluationDocument['leakage'][number],
  { names }: Language,
): RichText {
  return names.finding(check, facts, passed) ?? [{ english: finding }];
}
