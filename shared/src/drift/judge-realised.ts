import { baseRateLogLoss } from '../metrics/base-rate-log-loss.ts';
import type { BootstrapInterval } from '../metrics/bootstrap-interval.ts';
import { type DriftFinding, type DriftJudgement, judgementOf } from './drift-judgement.ts';
import type { RealisedMeasures } from './measure-realised.ts';

/** What is beyond chance must also matter: of a million customers every difference is beyond chance. */
export const realisedThresholds = {
  /** Of fewer nothing is told: one more or less who leaves would move the measures. */
  fewestRows: 200,
  fewestChurned: 50,
  fewestStayed: 50,
  /** ROC AUC below the promised one. */
  rocAucLost: 0.02,
  /** Part of the promised gain on giving everybody the share that left. */
  gainLost: 0.1,
  /**
   * Difference of the predicted share from the observed one, as a part of that: seasons move it, and the order of customers
   * stays. The whole interval must lie beyond the first.
   */
  shareSurelyOff: 0.1,
  shareOff: 0.15,
} as const;

/** What the evaluation found on its test rows. */
export interface PromisedMeasures {
  readonly rows: number;
  readonly churned: number;
  readonly rocAuc: BootstrapInterval;
  readonly logLoss: BootstrapInterval;
}

/** Null where there are enough rows to judge. */
export function whyTooFew(rows: number, churned: number): string | null {
  const { fewestRows, fewestChurned, fewestStayed } = realisedThresholds;
  const stayed = rows - churned;
  if (rows >= fewestRows && churned >= fewestChurned && stayed >= fewestStayed) return null;
  return (
    `it takes at least ${fewestRows} customers, of whom ${fewestChurned} left and ${fewestStayed} stayed: ` +
    `there are ${rows}, ${churned} left and ${stayed} stayed`
  );
}

/**
 * Judges what came of the predictions: whether they are worth less than promised, and whether they are worth anything. A person is
 * told, and no training begins: days that are missing from a delivery look like customers who left, and labels with them are wrong.
 * Beyond chance means that two 95 % intervals do not meet, or that one does not hold zero.
 */
export function judgeRealised(realised: RealisedMeasures, promised: PromisedMeasures): DriftJudgement {
  const findings: (DriftFinding | null)[] = [
    findWorthless(realised),
    findWrongShare(realised),
    findRanking(realised, promised),
    findLoss(realised, promised),
  ];
  return judgementOf(findings.filter((finding) => finding !== null));
}

function findWorthless({ churnShare, measures: { logLoss, logLossGain } }: RealisedMeasures) {
  if (logLossGain.upper === null || logLossGain.upper >= 0) return null;
  return watch(
    `realised log loss ${intervalText(logLoss)} is worse than that of giving everybody the share that left, ` +
      `${baseRateLogLoss(churnShare).toFixed(4)}`,
  );
}

function findWrongShare({ churnShare, meanProbability, measures }: RealisedMeasures) {
  const { lower, upper } = measures.shareDifference;
  if (lower === null || upper === null) return null;
  const { shareSurelyOff, shareOff } = realisedThresholds;
  const surely = Math.max(lower, -upper) / churnShare;
  const off = Math.abs(meanProbability - churnShare) / churnShare;
  if (surely <= shareSurelyOff || off <= shareOff) return null;
  return watch(
    `${percent(churnShare)} of the customers left, predicted were ${percent(meanProbability)} ` +
      `(expected to differ by at most ${100 * shareOff} % of those who left)`,
  );
}

function findRanking({ measures: { rocAuc } }: RealisedMeasures, promised: PromisedMeasures) {
  const limit = realisedThresholds.rocAucLost;
  if (!isBelow(rocAuc, promised.rocAuc, limit)) return null;
  return watch(
    `realised ROC AUC ${intervalText(rocAuc)} is below the promised ${intervalText(promised.rocAuc)} by more than ${limit}`,
  );
}

/**
 * With another share of churn the log loss of the same model is another: at 30 % there is more to be wrong about than at
 * 20 %. So a higher one counts only where the gain on that share is lower than promised, too.
 */
function findLoss({ measures: { logLoss, logLossGain } }: RealisedMeasures, promised: PromisedMeasures) {
  const promisedGain = gainOf(promised);
  const limit = realisedThresholds.gainLost;
  if (!isBelow(promised.logLoss, logLoss)) return null;
  if (!isBelow(logLossGain, promisedGain, limit * Math.abs(promisedGain.value!))) return null;
  return watch(
    `realised log loss ${intervalText(logLoss)} is above the promised ${intervalText(promised.logLoss)}, and what the model gains on ` +
      `giving everybody the share that left, ${intervalText(logLossGain)}, is below the promised ${intervalText(promisedGain)} ` +
      `by more than ${100 * limit} %`,
  );
}

/** The log loss of the share that churned is known of the test rows; bounds as wide as those of the model's own. */
function gainOf({ rows, churned, logLoss: { value, lower, upper } }: PromisedMeasures): BootstrapInterval {
  const gain = (loss: number | null) => (loss === null ? null : baseRateLogLoss(churned / rows) - loss);
  return { value: gain(value), lower: gain(upper), upper: gain(lower) };
}

/** Beyond chance, and by more than `margin`. What was not measured is not below anything. */
function isBelow(low: BootstrapInterval, high: BootstrapInterval, margin = 0): boolean {
  if (low.value === null || low.upper === null || high.value === null || high.lower === null) return false;
  return low.upper < high.lower && high.value - low.value > margin;
}

function watch(reason: string): DriftFinding {
  return { verdict: 'watch', reason };
}

function intervalText({ value, lower, upper }: BootstrapInterval): string {
  const [middle, from, to] = [value, lower, upper].map((bound) => bound?.toFixed(4) ?? '–');
  return `${middle} (${from} to ${to})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
