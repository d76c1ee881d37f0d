import type { Candidate } from '../../src/artifacts/candidate.ts';
import type { ChampionComparison, EvaluationDocument } from '../../src/artifacts/evaluation-document.ts';
import type { Interval, Measures } from '../../src/artifacts/measures.ts';
import { featureList } from '../../src/features/feature-list.ts';
import { featureListHash } from '../../src/features/feature-list-hash.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';

const winnerSha256 = 'a'.repeat(64);
export const championSha256 = 'b'.repeat(64);

export const around = (value: number, halfWidth: number): Interval => ({
  value,
  lower: value - halfWidth,
  upper: value + halfWidth,
});

export const examplePredictionsSha256 = 'd'.repeat(64);

/** A baseline that the winner beats by these gains. */
export function exampleBaseline(
  name: string,
  rocAucGain: Interval | null,
  logLossGain: Interval | null,
): EvaluationDocument['baselines'][number] {
  return { name, rocAuc: 0.5, logLoss: 0.5, accuracy: 0.8, rocAucGain, logLossGain };
}

/** Figures of a model as they come out of a test of 1,000 rows with 200 churned. */
const exampleMeasures: Measures = {
  rocAuc: around(0.72, 0.04),
  prAuc: around(0.4, 0.06),
  logLoss: around(0.45, 0.03),
  brier: around(0.14, 0.01),
  accuracy: around(0.8, 0.02),
  precision: around(0.4, 0.05),
  recall: around(0.6, 0.06),
  f1: around(0.48, 0.05),
  calibrationSlope: around(0.95, 0.15),
  calibrationIntercept: around(0.02, 0.2),
  calibrationError: around(0.03, 0.01),
  liftAt10: around(2.4, 0.4),
  capturedAt10: around(0.24, 0.04),
  profitPerCustomer: around(1.9, 0.6),
  profitAboveRandom: around(1.5, 0.5),
  mpc: around(2, 0.6),
  empc: around(2.2, 0.6),
  optimalFraction: around(0.3, 0.1),
  capturedWithinBudget: { value: null, lower: null, upper: null },
  profitWithinBudget: { value: null, lower: null, upper: null },
};

/** What a test changes of the example. */
export interface EvaluationChanges {
  readonly modelSha256?: string;
  readonly family?: Candidate['family'];
  readonly featuresSha256?: string;
  readonly measures?: Partial<Measures>;
  readonly confusion?: Candidate['confusion'];
  readonly test?: EvaluationDocument['test'];
  readonly slices?: EvaluationDocument['winner']['slices'];
  readonly predictionsSha256?: string;
  readonly baselines?: EvaluationDocument['baselines'];
  readonly leakage?: EvaluationDocument['leakage'];
  readonly champion?: ChampionComparison | null;
}

/** An evaluation whose winner passes every rule of the gate, where there is no champion. */
export function exampleEvaluation(changes: EvaluationChanges = {}): EvaluationDocument {
  const modelSha256 = changes.modelSha256 ?? winnerSha256;
  const split = { rows: 1_000, churned: 200 };
  return {
    format: 'churn-evaluation',
    formatVersion: 1,
    dataset: {
      format: 'churn-dataset',
      formatVersion: 1,
      labelling: { mode: 'inactivity', horizonDays: 60, lookbackDays: 180 },
      asOf: ['2023-07-05', '2023-09-03', '2023-11-02'],
      split: 'forward',
      featureListHash,
      featureNames: featureList.map(({ name }) => name),
      rows: 3_000,
      churned: 600,
      splits: { train: split, validation: split, test: split },
      droppedWithoutFlag: 0,
      asOfInGap: [],
      transactions: { firstDay: '2023-01-01', lastDay: '2023-12-31' },
    },
    featuresSha256: changes.featuresSha256 ?? 'c'.repeat(64),
    seed: 42,
    version: 'test',
    campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 }),
    test: changes.test ?? split,
    candidates: [
      {
        modelSha256,
        family: changes.family ?? 'gradient-boosting',
        hyperparameters: { rounds: 10 },
        calibration: 'none',
        threshold: 0.25,
        bytes: 1_000,
        selection: { rows: 1_000, logLoss: 0.45, rocAuc: 0.72 },
        measures: { ...exampleMeasures, ...changes.measures },
        confusion: changes.confusion ?? {
          truePositives: 120,
          falsePositives: 180,
          trueNegatives: 620,
          falseNegatives: 80,
        },
        curves: { roc: [], precisionRecall: [], calibration: [], gain: [], profit: [] },
      },
    ],
    winner: {
      modelSha256,
      reason: 'it is the only candidate',
      blend: null,
      importance: [{ feature: 'days_since_last', strength: 0.4 }],
      contributions: { rows: 0, features: [] },
      slices: changes.slices ?? [],
      predictionsSha256: changes.predictionsSha256 ?? examplePredictionsSha256,
    },
    baselines: changes.baselines ?? [
      exampleBaseline('majority class', around(0.22, 0.04), around(0.05, 0.02)),
      exampleBaseline('recency only', around(0.08, 0.03), around(0.03, 0.01)),
    ],
    leakage: changes.leakage ?? [],
    champion: changes.champion ?? null,
  };
}

/** A comparison with the champion whose ROC AUC differs by this. */
export function comparison(
  rocAucDifference: Interval | null,
  changes: Partial<ChampionComparison> = {},
): ChampionComparison {
  return {
    modelSha256: championSha256,
    comparedModelSha256: changes.modelSha256 ?? championSha256,
    incomparable: null,
    isWinner: false,
    measures: rocAucDifference === null ? null : exampleMeasures,
    rocAucDifference,
    logLossDifference: rocAucDifference === null ? null : around(0, 0.01),
    ...changes,
  };
}
