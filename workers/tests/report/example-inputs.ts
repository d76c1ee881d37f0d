import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { ContributionSummary } from '@churn/shared/artifacts/contribution-summary';
import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { featureList } from '@churn/shared/features/feature-list';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { defaultGateSettings } from '@churn/shared/gate/gate-settings';
import { profitThreshold } from '@churn/shared/metrics/campaign-profit';
import { confusionAt } from '@churn/shared/metrics/confusion';
import { evaluationCurves } from '@churn/shared/metrics/evaluation-curves';
import { measurePredictions } from '@churn/shared/metrics/measure-predictions';
import { type SeededRandom, seededRandom } from '@churn/shared/platform/seeded-random';
import { campaignSchema } from '@churn/shared/schema/campaign';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import type { ReportInputs } from '../../src/report/report-inputs.ts';

const campaign = campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 });

/** What sets one example apart from another. */
export interface ExampleSettings {
  readonly testRows?: number;
  /** How far scores follow the true risk: 0 not at all, 1 as far as can be. */
  readonly skill?: number;
  /** Factor on the log-odds of the predictions: 1 is calibrated. */
  readonly exaggeration?: number;
}

/** Inputs of a report as a run leaves them: simulated test customers, measured by the code that measures real ones. */
export function exampleInputs(settings: ExampleSettings = {}): ReportInputs {
  return {
    run: 'r1',
    evaluation: evaluationOf(settings),
    cleaning: exampleCleaning(),
    searches: [exampleSearch('gradient-boosting', 0.43), exampleSearch('logistic-regression', 0.45)],
    promotion: {
      outcome: 'refused',
      reasons: ['roc-auc-floor: expected ROC AUC of at least 0.9, got 0.81'],
      decision: {
        settings: { ...defaultGateSettings, rocAucFloor: 0.9, acceptedLeakage: [] },
        championSha256: null,
        refit: null,
        decisions: [
          { rule: 'roc-auc-floor', passed: false, expected: 'ROC AUC of at least 0.9', actual: '0.81' },
          { rule: 'test-rows', passed: true, expected: '100 test rows or more', actual: '1200' },
        ],
      },
    },
    costs: new Map([
      ['gradient-boosting', { fitSeconds: 1.234, medianMicroseconds: 23.4, p99Microseconds: 111.6 }],
    ]),
    artifacts: [
      {
        role: 'customers, as delivered',
        path: `raw/${hash('1')}.csv`,
        sha256: hash('1'),
        bytes: 1_234_567,
        rows: 20_000,
      },
      {
        role: 'evaluation',
        path: `evaluations/${hash('2')}.json`,
        sha256: hash('2'),
        bytes: 98_765,
        rows: null,
      },
    ],
  };
}

const evaluations = new Map<string, EvaluationDocument>();

/** Simulated once for equal settings: the intervals take their time. */
function evaluationOf(settings: ExampleSettings): EvaluationDocument {
  const key = JSON.stringify(settings);
  const evaluation = evaluations.get(key) ?? exampleEvaluation(settings);
  evaluations.set(key, evaluation);
  return evaluation;
}

function exampleEvaluation(settings: ExampleSettings): EvaluationDocument {
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
    campaign,
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

/** Of a number whose high values raise the risk, and of a category. */
function exampleContributions(): ContributionSummary {
  const third = (contribution: number, from: number) => ({ rows: 160, contribution, from, to: from + 30 });
  return {
    rows: 500,
    features: [
      {
        feature: 'days_since_last',
        bins: [-0.4, -0.2, 0, 0.2, 0.9].map((contribution, place) => ({
          contribution,
          rows: 20 + 80 * (4 - place),
          rank: place === 2 ? null : place / 4,
        })),
        thirds: [third(-0.31, 1), third(0.02, 31), third(0.42, 61)],
        missing: { rows: 20, contribution: 0.01 },
        categories: [],
      },
      {
        feature: 'region',
        bins: [
          { contribution: -0.1, rows: 300, rank: null },
          { contribution: 0.15, rows: 200, rank: null },
        ],
        thirds: [null, null, null],
        missing: null,
        categories: [
          { name: 'north', rows: 300, contribution: -0.1 },
          { name: 'south', rows: 200, contribution: 0.15 },
        ],
      },
    ],
  };
}

function exampleCandidate(
  { family, modelSha256, heldOut }: { family: ModelFamilyName; modelSha256: string; heldOut: number },
  labels: Uint8Array,
  probabilities: Float64Array,
): Candidate {
  const threshold = profitThreshold(campaign);
  return {
    modelSha256,
    family,
    hyperparameters: exampleHyperparameters(seededRandom(3)),
    calibration: 'sigmoid',
    threshold,
    bytes: 345_678,
    selection: { rows: 2_400, logLoss: heldOut, rocAuc: 0.8 },
    measures: measurePredictions(labels, probabilities, { campaign, threshold, seed: 1, samples: 60 }),
    confusion: confusionAt(labels, probabilities, threshold),
    curves: evaluationCurves(labels, probabilities, campaign),
  };
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

function exampleHyperparameters(random: SeededRandom): Candidate['hyperparameters'] {
  return { rounds: 120, maxDepth: random.integer(2, 7), eta: 0.03 + 0.17 * random.uniform() };
}

export function exampleSearch(family: ModelFamilyName, reached: number): SearchHistory {
  const random = seededRandom(11);
  const trials = Array.from({ length: 12 }, () => {
    const screening = { logLoss: reached + 0.08 * random.uniform() ** 2 + 0.001, rocAuc: 0.78 };
    return {
      hyperparameters: exampleHyperparameters(random),
      origin: 'random' as const,
      scores:
        screening.logLoss < reached + 0.01
          ? [screening, { logLoss: screening.logLoss - 0.001, rocAuc: 0.79 }]
          : [screening],
    };
  });
  const losses = trials.map(({ scores }) => scores[0]!.logLoss);
  return {
    format: 'churn-search',
    formatVersion: 2,
    family,
    folds: { kind: 'forward', count: 2, rows: 2_400 },
    settings: { source: 'searched', because: 'asked', earlier: null },
    learnable: { rows: 3_000, churned: 690 },
    rungs: [
      { folds: 1, rows: 4_000, judged: 1_200 },
      { folds: 2, rows: 9_000, judged: 2_400 },
    ],
    trials,
    best: losses.indexOf(Math.min(...losses)),
    endedBy: 'trials',
    hyperparameters: trials[losses.indexOf(Math.min(...losses))]!.hyperparameters,
    selection: { rows: 2_400, logLoss: reached, rocAuc: 0.8 },
    learningCurve: [
      { rows: 1_125, logLoss: reached + 0.03 },
      { rows: 2_250, logLoss: reached + 0.018 },
      { rows: 4_500, logLoss: reached + 0.01 },
      { rows: 9_000, logLoss: reached + 0.005 },
    ],
  };
}

function exampleCleaning(): CleaningReport {
  const rowsOf: Record<string, number> = {
    'gender-spelling': 310,
    'bad-amount': 1_204,
    'repeated-customer': 12,
  };
  return {
    format: 'churn-cleaning-report',
    formatVersion: 1,
    customers: {
      file: 'customers.csv',
      rowsDelivered: 20_000,
      rowsAccepted: 19_988,
      rowsMerged: 12,
      rowsQuarantined: 0,
    },
    transactions: {
      file: 'transactions.csv',
      rowsDelivered: 400_000,
      rowsAccepted: 398_796,
      rowsMerged: 0,
      rowsQuarantined: 1_204,
    },
    rules: cleaningRules.map(({ id, table, column, action, reason }) => ({
      id,
      table,
      column,
      action,
      reason,
      rows: rowsOf[id] ?? 0,
      budget: action === 'quarantine' ? 0.05 : null,
    })),
  };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function hash(digit: string): string {
  return digit.repeat(64);
}
