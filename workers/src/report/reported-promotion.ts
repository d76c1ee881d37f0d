import type { DecisionDocument } from '@churn/shared/gate/decision-document';
import type { StageResult } from '@churn/shared/schema/stage-result';
import type { Promotion } from './report-inputs.ts';

/** What came of `promote`; it leaves no decision where the model was the champion already. */
export function promotionOf(
  promote: StageResult | undefined,
  decision: DecisionDocument | undefined,
): Promotion | null {
  if (promote === undefined) return null;
  if (promote.status === 'refused') {
    return { outcome: 'refused', reasons: promote.error?.details ?? [], decision: decision ?? null };
  }
  if (decision === undefined) return { outcome: 'already-champion', reasons: [], decision: null };
  return { outcome: 'promoted', reasons: [], decision };
}
