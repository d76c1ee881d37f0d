import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { featureList } from '@churn/shared/features/feature-list';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { type SeededRandom, seededRandom } from '@churn/shared/platform/seeded-random';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import { exampleCampaign, exampleCandidate } from './example-candidate.ts';
import { exampleContributions } from './example-contributions.ts';

/** What sets one example apart from another. */
export interface ExampleSettings {
  readonly testRows?: number;
  /** How far scores follow the true risk: 0 not at all, 1 as far as can be. */
  readonly skill?: number;
  /** Factor on the log-odds of the predictions: 1 is calibrated. */
  readonly exaggeration?: number;
}

const evaluations = new Map<string, EvaluationDocument>();

/** Simulated once for equal settings: the intervals take their time. */
export function simulatedEvaluation(settings: ExampleSettings): EvaluationDocument {
  const key = JSON.stringify(settings);
  const evaluation = evaluations.get(key) ?? simulate(settings);
  evaluations.set(key, evaluation);
  return evaluation;
}

function simulate(settings: ExampleSettings): EvaluationDocument {
  const { testRows = 1_200, skill = 1 } = settings;
  const random = seededRandom(7);
  const risks = Array.from({ length: testRows }, () => -1.4 + 1.5 * random.normal());
  const labels = Uint8Array.from(risks, (risk) => (random.uniform() < sigmoid(risk) ? 1 : 0));
  const candidateOf = (family: ModelFamilyName, digit: string, blur: number, heldOut: number) =>
    exampleCandidate(
      { family, modelSha256: hash(digit), heldOut },
      labels,
      scoresOf(risks, random, skill, blur, settings),
    );
  const candidates = [
    candidateOf('gradient-boosting', 'a', 0.3, 0.431),
    candidateOf('logistic-regression', 'b', 0.7, 0.4498),
  ];
  const churned = labels.reduce((sum, label) => sum + label, 0);
  return {
    format: 'churn-evaluation',
    formatVersion: 1,
    dataset: {
      format: 'churn-dataset',
      formatVersion: 1,
      labelling: { mode: 'inactivity', horizonDays: 60, lookbackDays: 180 },
      asOf: ['2025-06-05', '2025-08-04', '2025-11-02'],
      split: 'forward',
      featureListHash,
      featureNames: featureList.map(({ name }) => name),
      rows: 4_200,
      churned: 980,
      splits: {
        train: { rows: 1_800, churned: 420 },
        validation: { rows: 1_200, churned: 270 },
        test: { rows: testRows, churned },
      },
      droppedWithoutFlag: 0,
      asOfInGap: ['2025-10-03'],
      transactions: { firstDay: '2023-01-01', lastDay: '2025-12-31' },
    },
    featuresSha256: hash('c'),
    seed: 42,
    version: '0.1.0+example',
    campaign: exampleCampaign,
    test: { rows: testRows, churned },
    candidates,
    winner: {
      modelSha256: hash('a'),
      reason: 'gradient-boosting has the lowest log loss on 2400 rows held out of its training, 0.4310',
      blend: null,
      importance: featureList
        .slice(0, 24)
        .map(({ name }, rank) => ({ feature: name, strength: 0.4 * 0.82 ** rank })),
      contributions: exampleContributions(),
      slices: [
        { by: 'region', name: 'north', rows: 700, churned: 160, meanProbability: 0.23, rocAuc: 0.81 },
        { by: 'region', name: 'south', rows: 500, churned: 120, meanProbability: 0.235, rocAuc: 0.8 },
        {
          by: 'tenure',
          name: 'under half a year',
          rows: 300,
          churned: 90,
          meanProbability: 0.2,
          rocAuc: 0.69,
        },
      ],
      predictionsSha256: hash('d'),
    },
    baselines: [exampleBaseline('majority class', 0.5, 0.54), exampleBaseline('recency only', 0.66, 0.51)],
    leakage: [
      {
        check: 'single feature',
        passed: true,
        finding: 'days_since_last alone ranks with ROC AUC 0.660',
        facts: { feature: 'days_since_last', rocAuc: 0.66, limit: 0.95 },
      },
      {
        check: 'shuffled labels',
        passed: true,
        finding: '10 quick models trained on shuffled labels have a mean ROC AUC of 0.498 on the test',
        facts: { rocAuc: 0.498, lower: 0.46, upper: 0.536, shuffles: 10 },
      },
      {
        check: 'train and test',
        passed: true,
        finding: 'rows to learn from and test rows are told apart with ROC AUC 0.812, mostly by tenure_days',
        facts: { rocAuc: 0.812, limit: 0.53, features: 'tenure_days', split: 'forward' },
      },
    ],
    champion: null,
  };
}

/** A baseline of which gains were not measured. */
export function exampleBaseline(
  name: string,
  rocAuc: number | null,
  logLoss: number | null,
): EvaluationDocument['baselines'][number] {
  return { name, rocAuc, logLoss, accuracy: 0.77, rocAucGain: null, logLossGain: null };
}

function scoresOf(
  risks: readonly number[],
  random: SeededRandom,
  skill: number,
  blur: number,
  { exaggeration = 1 }: ExampleSettings,
): Float64Array {
  return Float64Array.from(risks, (risk) =>
    sigmoid(exaggeration * (-1.25 + skill * 0.85 * (risk + 1.4) + blur * 0.5 * random.normal())),
  );
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function hash(digit: string): string {
  return digit.repeat(64);
}
