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

/** Two judgements in one verdict. Where the first says that the data are broken or too few, the other does not mend them: that stays. */
export function joinJudgements(first: DriftJudgement, other: DriftJudgement): DriftJudgement {
  if (first.verdict === 'stop' || first.verdict === 'too-few-rows') return first;
  return { verdict: gravest([first, other]), reasons: [...first.reasons, ...other.reasons] };
}

function gravest(judged: readonly Pick<DriftJudgement, 'verdict'>[]): DriftVerdict {
  return byGravity.findLast((grave) => judged.some(({ verdict }) => verdict === grave)) ?? 'ok';
}
