import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { type JudgedSlice, judgeSlices } from './judge-slices.ts';

type Baseline = EvaluationDocument['baselines'][number];
type LeakageCheck = EvaluationDocument['leakage'][number];

/** Judgements that several sections share, so that the page never contradicts itself. */
export interface Findings {
  readonly winner: Candidate;
  readonly others: readonly Candidate[];
  /** Of the test rows. */
  readonly churnShare: number;
  /** The lower end of the winner's ROC AUC is above one half. */
  readonly aboveChance: boolean;
  /** The baseline with the highest ROC AUC. */
  readonly strongestBaseline: Baseline | undefined;
  /** Resampled on the same rows, the winner's ROC AUC is above the strongest baseline's. */
  readonly aboveBaseline: boolean;
  readonly calibrated: boolean;
  /** Labels from a churn column without dates: features may describe what happened after the churn. */
  readonly undatedFlags: boolean;
  /** Days between the end of the features and such flags. */
  readonly gapDays: number;
  readonly fewLeavers: boolean;
  readonly slices: readonly JudgedSlice[];
  readonly failedChecks: readonly LeakageCheck[];
  /** One feature ranks the test rows so well that it probably knows the answer. */
  readonly answerGivenAway: boolean;
}

/** Fewer leavers among the test rows make every interval wide. */
export const leaversForNarrowIntervals = 100;
/** Mean distance of probabilities from observed shares above which they are no probabilities any more. */
export const largestCalibrationError = 0.05;
/** Slopes that differ from 1 by no more than this factor are right enough. */
const slopeFactor = 1.25;

export function findingsOf(evaluation: EvaluationDocument): Findings {
  const { candidates, baselines, dataset, test, leakage } = evaluation;
  const winner =
    candidates.find(({ modelSha256 }) => modelSha256 === evaluation.winner.modelSha256) ?? candidates[0]!;
  const lowestAuc = winner.measures.rocAuc.lower ?? 0;
  const strongestBaseline = [...baselines].sort((a, b) => (b.rocAuc ?? 0) - (a.rocAuc ?? 0))[0];
  const failedChecks = leakage.filter(({ passed }) => !passed);
  return {
    winner,
    others: candidates.filter((candidate) => candidate !== winner),
    churnShare: test.churned / test.rows,
    aboveChance: lowestAuc > 0.5,
    strongestBaseline,
    aboveBaseline:
      (strongestBaseline?.rocAucGain?.lower ?? lowestAuc - (strongestBaseline?.rocAuc ?? 0.5)) > 0,
    calibrated: isCalibrated(winner),
    undatedFlags: dataset.labelling.mode === 'flag',
    gapDays: dataset.labelling.gapDays ?? 0,
    fewLeavers: test.churned < leaversForNarrowIntervals,
    slices: judgeSlices(evaluation.winner.slices, winner.measures.rocAuc.value),
    failedChecks,
    answerGivenAway: failedChecks.some(({ check }) => check === 'single feature'),
  };
}

function isCalibrated({ measures }: Candidate): boolean {
  const { calibrationError, calibrationSlope } = measures;
  if (calibrationError.value === null || calibrationError.value > largestCalibrationError) return false;
  const { lower, upper } = calibrationSlope;
  if (lower === null || upper === null) return true;
  return upper >= 1 / slopeFactor && lower <= slopeFactor;
}
