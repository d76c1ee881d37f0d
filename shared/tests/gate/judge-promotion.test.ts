import { evaluationDocumentSchema } from '../../src/artifacts/evaluation-document.ts';
import type { Interval } from '../../src/artifacts/measures.ts';
import type { GateEvidence, ServedWinner } from '../../src/gate/gate-rule.ts';
import { defaultGateSettings, type GateSettings } from '../../src/gate/gate-settings.ts';
import { judgePromotion, refusalReasons } from '../../src/gate/judge-promotion.ts';
import {
  around,
  championSha256,
  comparison,
  type EvaluationChanges,
  exampleBaseline,
  exampleEvaluation,
  examplePredictionsSha256,
} from '../artifacts/example-evaluation.ts';

const served: ServedWinner = {
  goldenRows: 20,
  differingRows: 0,
  medianMs: 0.02,
  p99Ms: 0.05,
  predictionsSha256: examplePredictionsSha256,
  refit: null,
};

/** Measured at 0.45, then fitted again. */
const refitted = (testLogLoss: number): ServedWinner => ({
  ...served,
  refit: {
    modelSha256: 'f'.repeat(64),
    rows: 1_000,
    churned: 200,
    testLogLoss,
    evaluatedTestLogLoss: 0.45,
  },
});

interface Case extends EvaluationChanges {
  readonly settings?: Partial<GateSettings>;
  readonly today?: string | null;
  readonly serving?: GateEvidence['serving'];
}

/** Rules that say no. */
function refusedBy({ settings, today, serving = served, ...changes }: Case): string[] {
  const evaluation = evaluationDocumentSchema.parse(exampleEvaluation(changes));
  const champion = today === undefined ? (changes.champion?.modelSha256 ?? null) : today;
  const evidence = { evaluation, winner: evaluation.candidates[0]!, championSha256: champion, serving };
  return judgePromotion(evidence, { ...defaultGateSettings, ...settings })
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
}

test('a sound model passes every rule where there is no champion', () => {
  expect(refusedBy({})).toEqual([]);
});

test.each<[string, Case, string[]]>([
  ['99 test rows', { test: { rows: 99, churned: 20 } }, ['test-rows']],
  ['100 test rows', { test: { rows: 100, churned: 20 } }, []],
  ['a test without churners', { test: { rows: 1_000, churned: 0 } }, ['test-rows', 'better-than-base-rate']],
  ['a test of churners', { test: { rows: 1_000, churned: 1_000 } }, ['test-rows', 'better-than-base-rate']],
  ['an AUC that may be chance', { measures: { rocAuc: around(0.58, 0.08) } }, ['better-than-chance']],
  ['an AUC below the floor', { measures: { rocAuc: around(0.54, 0.01) } }, ['roc-auc-floor']],
  ['a higher floor', { settings: { rocAucFloor: 0.75 } }, ['roc-auc-floor']],
  [
    'an AUC of no value',
    { measures: { rocAuc: { value: null, lower: null, upper: null } } },
    ['better-than-chance', 'roc-auc-floor'],
  ],
  // The entropy of 0.2 is 0.5004.
  ['a log loss as of the base rate', { measures: { logLoss: around(0.5005, 0) } }, ['better-than-base-rate']],
  ['a log loss just below it', { measures: { logLoss: around(0.5003, 0) } }, []],
  ['a calibration error of 0.11', { measures: { calibrationError: around(0.11, 0) } }, ['calibration-error']],
  [
    'a slope surely below a half',
    { measures: { calibrationSlope: around(0.3, 0.1) } },
    ['calibration-slope'],
  ],
  ['a slope that may be a half', { measures: { calibrationSlope: around(0.3, 0.2) } }, []],
  ['a slope surely above two', { measures: { calibrationSlope: around(2.6, 0.5) } }, ['calibration-slope']],
])('%s', (_what, changes, rules) => {
  expect(refusedBy(changes)).toEqual(rules);
});

const slice = (rows: number, churned: number, rocAuc: number | null) => [
  { by: 'region', name: 'north', rows, churned, meanProbability: 0.2, rocAuc },
];

/** Without skill the standard error is √((m + n + 1) / (12·m·n)): 0.0512 of 40 churned in 200, 0.0114 of 800 in 4,000. */
test.each<[number, number, number | null, string[]]>([
  [200, 40, 0.49, []],
  [200, 40, 0.347, []],
  [200, 40, 0.345, ['no-slice-collapses']],
  [4_000, 800, 0.467, []],
  [4_000, 800, 0.464, ['no-slice-collapses']],
  [30, 1, 0, []],
  [200, 0, null, []],
])('a slice of %i rows, %i churned, with AUC %p: refused by %j', (rows, churned, rocAuc, rules) => {
  expect(refusedBy({ slices: slice(rows, churned, rocAuc) })).toEqual(rules);
});

const confusion = (truePositives: number, falsePositives: number) => ({
  truePositives,
  falsePositives,
  trueNegatives: 800 - falsePositives,
  falseNegatives: 200 - truePositives,
});

test.each<[string, Case, string[]]>([
  ['loses money', { measures: { profitPerCustomer: around(-0.1, 0.5) } }, ['profitable']],
  ['brings nothing', { measures: { profitPerCustomer: around(0, 0.5) } }, ['profitable']],
  ['is no better than a random one', { measures: { profitAboveRandom: around(0, 0.5) } }, ['profitable']],
  [
    'was not measured, as by an earlier version',
    { measures: { profitAboveRandom: { value: null, lower: null, upper: null } } },
    ['profitable'],
  ],
  [
    'contacts nobody, and so loses nothing',
    {
      measures: { profitPerCustomer: around(0, 0), profitAboveRandom: around(0, 0) },
      confusion: confusion(0, 0),
    },
    [],
  ],
  [
    'contacts everyone and earns by it, as it would without a model',
    { measures: { profitAboveRandom: around(0, 0) }, confusion: confusion(200, 800) },
    [],
  ],
  [
    'contacts everyone and loses money',
    {
      measures: { profitPerCustomer: around(-0.1, 0.05), profitAboveRandom: around(0, 0) },
      confusion: confusion(200, 800),
    },
    ['profitable'],
  ],
])('a campaign that %s', (_what, changes, rules) => {
  expect(refusedBy(changes)).toEqual(rules);
});

test.each<[string, Interval | null, string[]]>([
  ['surely better', around(0.02, 0.01), []],
  ['measured as better', around(0.001, 0.01), []],
  ['equal', around(0, 0.01), ['better-than-recency']],
  ['worse', around(-0.02, 0.01), ['better-than-recency']],
  ['not compared', null, ['better-than-recency']],
])('a model with a log loss %s beside recency alone', (_what, logLossGain, rules) => {
  expect(refusedBy({ baselines: [exampleBaseline('recency only', null, logLossGain)] })).toEqual(rules);
});

test('where recency is no feature of the rows, there is nothing to beat', () => {
  expect(refusedBy({ baselines: [exampleBaseline('majority class', null, null)] })).toEqual([]);
});

test('a failed leakage check is refused unless accepted by its name', () => {
  const leakage = [
    { check: 'single feature', passed: false, finding: 'tenure_days alone tells all', facts: {} },
    { check: 'shuffled labels', passed: true, finding: 'nothing is learnt from them', facts: {} },
  ];
  expect(refusedBy({ leakage })).toEqual(['no-leakage']);
  expect(refusedBy({ leakage, settings: { acceptedLeakage: ['shuffled labels'] } })).toEqual(['no-leakage']);
  expect(refusedBy({ leakage, settings: { acceptedLeakage: ['single feature'] } })).toEqual([]);
});

describe('against a champion', () => {
  const difference = (value: number, halfWidth: number) => ({
    champion: comparison(around(value, halfWidth)),
  });

  test.each<[number, number, GateSettings['mode'], string[]]>([
    [0.02, 0.01, 'improvement', []],
    [0.02, 0.02, 'improvement', ['against-champion']],
    [0.0, 0.005, 'improvement', ['against-champion']],
    [0.0, 0.005, 'refresh', []],
    [-0.004, 0.006, 'refresh', []],
    [-0.004, 0.007, 'refresh', ['against-champion']],
    [0.0, 0.02, 'refresh', ['against-champion']],
  ])('a difference of %p ± %p under %s: refused by %j', (value, halfWidth, mode, rules) => {
    expect(refusedBy({ ...difference(value, halfWidth), settings: { mode } })).toEqual(rules);
  });

  test('the margin of a refresh is a setting', () => {
    const settings = { mode: 'refresh', refreshMargin: 0.03 } as const;
    expect(refusedBy({ ...difference(0, 0.02), settings })).toEqual([]);
  });

  test('an evaluation that has met another champion, or none, is refused', () => {
    expect(refusedBy({ ...difference(0.05, 0.01), today: 'd'.repeat(64) })).toEqual([
      'compared-with-champion',
    ]);
    expect(refusedBy({ ...difference(0.05, 0.01), today: null })).toEqual(['compared-with-champion']);
    expect(refusedBy({ today: championSha256 })).toEqual(['compared-with-champion']);
  });

  test('a champion that cannot be compared is replaced only where that is wanted', () => {
    const champion = comparison(null, { incomparable: 'its files are damaged' });
    expect(refusedBy({ champion })).toEqual(['champion-comparable', 'against-champion']);
    expect(refusedBy({ champion, settings: { replaceIncomparable: true } })).toEqual([]);
  });

  test('the wish to replace an incomparable champion does not let a worse model win against a comparable one', () => {
    const settings = { replaceIncomparable: true };
    expect(refusedBy({ ...difference(-0.05, 0.01), settings })).toEqual(['against-champion']);
  });
});

test.each<[string, GateEvidence['serving'], string[]]>([
  [
    'does not load',
    { failure: 'expected trees' },
    ['loads-for-serving', 'repeats-golden-rows', 'repeats-evaluation', 'refit-agrees', 'latency'],
  ],
  ['answers a golden row otherwise', { ...served, differingRows: 1 }, ['repeats-golden-rows']],
  [
    'answers the test rows otherwise',
    { ...served, predictionsSha256: 'e'.repeat(64) },
    ['repeats-evaluation'],
  ],
  ['does as well after a refit', refitted(0.45), []],
  ['does slightly worse after a refit', refitted(0.4549), []],
  ['does worse after a refit on the rows it has learned from', refitted(0.4551), ['refit-agrees']],
  ['gives no number after a refit', refitted(Number.NaN), ['refit-agrees']],
  ['takes 10.5 ms', { ...served, medianMs: 10.5 }, ['latency']],
  ['takes 10 ms', { ...served, medianMs: 10 }, []],
])('a model that %s', (_what, serving, rules) => {
  expect(refusedBy({ serving })).toEqual(rules);
});

test('the reason of a slow model has its times, which the recorded decision is without', () => {
  const evaluation = exampleEvaluation();
  const serving = { ...served, medianMs: 31.25, p99Ms: 40 };
  const evidence = { evaluation, winner: evaluation.candidates[0]!, championSha256: null, serving };
  const decisions = judgePromotion(evidence, defaultGateSettings);
  expect(refusalReasons(decisions)).toEqual([
    'latency: expected one customer scored within 10 ms (median), got a slower model (31.3 ms, slowest hundredth 40.0 ms)',
  ]);
  expect(decisions.find(({ rule }) => rule === 'latency')!.actual).toBe('a slower model');
});

test('all reasons are told at once, each with what was expected and what came', () => {
  const evaluation = exampleEvaluation({
    measures: { rocAuc: around(0.54, 0.01), calibrationError: around(0.2, 0) },
    champion: comparison(around(0.0, 0.02)),
  });
  const evidence = { evaluation, winner: evaluation.candidates[0]!, championSha256, serving: served };
  expect(refusalReasons(judgePromotion(evidence, defaultGateSettings))).toEqual([
    'roc-auc-floor: expected ROC AUC of at least 0.55, got 0.5400',
    'calibration-error: expected a calibration error of at most 0.1, got 0.2000',
    'against-champion: expected the lower bound of ROC AUC minus the champion’s above 0 (--gate improvement), got 0.0000 (-0.0200 to 0.0200)',
  ]);
});
