import type { ColumnDrift } from './compare-distributions.ts';
import { type DriftFinding, type DriftJudgement, judgementOf } from './drift-judgement.ts';

/**
 * Thresholds on the excess of the population stability index, the usual ones of credit scoring: below 0.1 stable, from
 * 0.25 changed. Features that grow with time (tenure, days since the first transaction, sums so far) move by themselves
 * from one as-of date to the next, so no single feature asks for a retraining: the share that moved does, or the scores.
 */
export const driftThresholds = {
  fewestRows: 200,
  moved: 0.1,
  movedFar: 0.25,
  /** Shares of features that moved far. */
  watchShare: 0.1,
  retrainShare: 0.25,
  /** A feature is lost when it was there for at least half of the rows and now lacks in nine of ten. */
  filledBefore: 0.5,
  lostNow: 0.9,
  /** From this share of lost features on, the data are broken, and neither scores nor a retraining can be trusted. */
  stopShare: 0.1,
} as const;

/** Judges `rows` current rows by the drift of their features and scores. */
export function judgeDrift(
  rows: number,
  features: readonly ColumnDrift[],
  scores: ColumnDrift,
): DriftJudgement {
  const limits = driftThresholds;
  if (rows === 0) return { verdict: 'stop', reasons: ['no customer is eligible'] };
  if (rows < limits.fewestRows) {
    return {
      verdict: 'too-few-rows',
      reasons: [`expected at least ${limits.fewestRows} customers to tell, got ${rows}`],
    };
  }
  const lost = features.filter(
    ({ missingBefore, missingNow }) =>
      missingBefore <= 1 - limits.filledBefore && missingNow >= limits.lostNow,
  );
  const far = features.filter(({ excess }) => excess >= limits.movedFar);
  const findings: DriftFinding[] = [];
  const find = (verdict: DriftFinding['verdict'], reason: string) => findings.push({ verdict, reason });
  if (lost.length > 0) {
    const names = lost.map(({ name }) => name).join(', ');
    find(
      lost.length >= limits.stopShare * features.length ? 'stop' : 'watch',
      `${lost.length} of ${features.length} features are missing nearly everywhere: ${names}`,
    );
  }
  if (far.length >= limits.watchShare * features.length) {
    find(
      far.length >= limits.retrainShare * features.length ? 'retrain' : 'watch',
      `${far.length} of ${features.length} features moved far from training (expected fewer than ${100 * limits.watchShare} %)`,
    );
  }
  if (scores.excess >= limits.moved) {
    find(
      scores.excess >= limits.movedFar ? 'retrain' : 'watch',
      `predicted probabilities moved: stability index ${scores.psi.toFixed(3)}, of which chance does not explain ${scores.excess.toFixed(3)} ` +
        `(expected below ${limits.moved})`,
    );
  }
  return judgementOf(findings);
}
