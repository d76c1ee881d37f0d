import type { DecisionDocument } from '@churn/shared/gate/decision-document';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import type { Promotion } from './report-inputs.ts';

/** What came of `promote`; it leaves no decision where the model was the champion already. */
export function promotionOf(
  promote: StageResult | undefined,
  decision: DecisionDocument | undefined,
): Promotion | null {
  if (promote === undefined) return null;
  if (promote.status === 'refused') {
    const reasons = promote.error?.details ?? [];
    return { outcome: 'refused', reasons, decision: decision ?? null, refitted: null };
  }
  const refitted = refittedBy(promote);
  if (decision === undefined) return { outcome: 'already-champion', reasons: [], decision: null, refitted };
  return { outcome: 'promoted', reasons: [], decision, refitted };
}

/** None in records of before models were fitted again. */
const servedSchema = z.object({
  modelSha256: z.string(),
  evaluatedModelSha256: z.string(),
  trainingRows: z.number(),
});

function refittedBy({ metrics }: StageResult): Promotion['refitted'] {
  const served = servedSchema.safeParse(metrics).data;
  if (served === undefined || served.modelSha256 === served.evaluatedModelSha256) return null;
  return { modelSha256: served.modelSha256, rows: served.trainingRows };
}
