/** `too-few-rows`: nothing can be told. */
export type DriftVerdict = 'ok' | 'watch' | 'retrain' | 'stop' | 'too-few-rows';

export interface DriftJudgement {
  readonly verdict: DriftVerdict;
  /** A sentence for each finding; empty where all is well. */
  readonly reasons: readonly string[];
}

export interface DriftFinding {
  readonly verdict: 'watch' | 'retrain' | 'stop';
  readonly reason: string;
}

const byGravity: readonly DriftVerdict[] = ['ok', 'watch', 'retrain', 'stop'];

/** The gravest finding decides, and each is a reason. */
export function judgementOf(findings: readonly DriftFinding[]): DriftJudgement {
  return { verdict: gravest(findings), reasons: findings.map(({ reason }) => reason) };
}

/**
 * What arrives, and what came of earlier predictions, in one verdict. Where the data are broken or too few, the outcomes of
 * others do not mend them: that verdict stays.
 */
export function joinJudgements(arriving: DriftJudgement, realised: DriftJudgement): DriftJudgement {
  if (arriving.verdict === 'stop' || arriving.verdict === 'too-few-rows') return arriving;
  return {
    verdict: gravest([arriving, realised]),
    reasons: [...arriving.reasons, ...realised.reasons],
  };
}

function gravest(judged: readonly Pick<DriftJudgement, 'verdict'>[]): DriftVerdict {
  return byGravity.findLast((grave) => judged.some(({ verdict }) => verdict === grave)) ?? 'ok';
}
