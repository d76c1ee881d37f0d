import { joinJudgements } from '../../src/drift/drift-judgement.ts';
import { judgeRealised, type PromisedMeasures, whyTooFew } from '../../src/drift/judge-realised.ts';
import { measureRealised, type RealisedMeasures } from '../../src/drift/measure-realised.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

const settings = { seed: 1, samples: 200 };

test('four customers are measured as by hand', () => {
  const { rows, churned, churnShare, meanProbability, measures, bins } = measureRealised(
    Uint8Array.of(1, 0, 1, 0),
    Float64Array.of(0.8, 0.4, 0.3, 0.1),
    settings,
  );
  expect({ rows, churned, churnShare }).toEqual({ rows: 4, churned: 2, churnShare: 0.5 });
  expect(meanProbability).toBeCloseTo(0.4, 12);
  // Of the four pairs of one who left and one who stayed, 0.3 against 0.4 is in the wrong order.
  expect(measures.rocAuc.value).toBe(0.75);
  const logLoss = -(Math.log(0.8) + Math.log(0.6) + Math.log(0.3) + Math.log(0.9)) / 4;
  expect(measures.logLoss.value).toBeCloseTo(logLoss, 12);
  expect(measures.logLossGain.value).toBeCloseTo(Math.LN2 - logLoss, 12);
  expect(measures.shareDifference.value).toBeCloseTo(-0.1, 12);
  expect(bins).toHaveLength(4);
});

/** Customers who leave with `trueOf` of what the model says, of 1,000 drawn anew. */
function measured(trueOf: (probability: number) => number): RealisedMeasures {
  const random = seededRandom(3);
  const probabilities = Float64Array.from({ length: 1_000 }, () => 0.05 + 0.5 * random.uniform() ** 2);
  const labels = Uint8Array.from(probabilities, (p) => (random.uniform() < trueOf(p) ? 1 : 0));
  return measureRealised(labels, probabilities, settings);
}

const sound = measured((p) => p);

test('the intervals of 1,000 customers hold what they were drawn from', () => {
  const { shareDifference, calibrationSlope, logLossGain } = sound.measures;
  expect([shareDifference.lower! < 0, shareDifference.upper! > 0]).toEqual([true, true]);
  expect([calibrationSlope.lower! < 1, calibrationSlope.upper! > 1]).toEqual([true, true]);
  expect(logLossGain.lower).toBeGreaterThan(0);
  expect(measureRealised(Uint8Array.of(1, 0), Float64Array.of(0.2, 0.1), settings)).toEqual(
    measureRealised(Uint8Array.of(0, 1), Float64Array.of(0.1, 0.2), settings),
  );
});

const interval = (value: number, halfWidth: number) => ({
  value,
  lower: value - halfWidth,
  upper: value + halfWidth,
});
const { rocAuc, logLoss } = sound.measures;
const promised: PromisedMeasures = { rows: sound.rows, churned: sound.churned, rocAuc, logLoss };
/** One fifth left. */
const predicting = (meanProbability: number, halfWidth: number): RealisedMeasures => ({
  ...sound,
  churnShare: 0.2,
  meanProbability,
  measures: { ...sound.measures, shareDifference: interval(meanProbability - 0.2, halfWidth) },
});
/** One fifth left; giving everybody that has a log loss of 0.5004. */
const million: RealisedMeasures = {
  ...predicting(0.2, 0.001),
  measures: {
    ...predicting(0.2, 0.001).measures,
    rocAuc: interval(0.7, 0.001),
    logLoss: interval(0.4334, 0.001),
    logLossGain: interval(0.067, 0.001),
  },
};
const others = { rocAuc: interval(0.7, 0.01), logLoss: interval(0.4334, 0.01) };
const flipped = measured((p) => 0.6 - p);

test.each<[string, RealisedMeasures, Partial<PromisedMeasures>, string, RegExp[]]>([
  ['what was promised', sound, {}, 'ok', []],
  [
    'a lower ROC AUC than promised',
    sound,
    { rocAuc: interval(0.9, 0.02) },
    'watch',
    [
      /^realised ROC AUC 0\.\d{4} \(0\.\d{4} to 0\.\d{4}\) is below the promised 0\.9000 \(0\.8800 to 0\.9200\) by more than 0\.02$/,
    ],
  ],
  [
    'a promised ROC AUC that chance may have missed',
    sound,
    { rocAuc: interval(rocAuc.value! + 0.05, 0.02) },
    'ok',
    [],
  ],
  [
    'of a million customers, a ROC AUC that is lower by next to nothing',
    million,
    { ...others, rocAuc: interval(0.719, 0.001) },
    'ok',
    [],
  ],
  [
    'of a million customers, one that is lower by more',
    million,
    { ...others, rocAuc: interval(0.721, 0.001) },
    'watch',
    [/ROC AUC/],
  ],
  [
    'of a million customers, a gain that is lower by a twentieth',
    million,
    { ...others, rows: 1_000_000, churned: 200_000, logLoss: interval(0.4299, 0.0001) },
    'ok',
    [],
  ],
  [
    'of a million customers, one that is lower by more than a tenth',
    million,
    { ...others, rows: 1_000_000, churned: 200_000, logLoss: interval(0.425, 0.0001) },
    'watch',
    [/^realised log loss .* by more than 10 %$/],
  ],
  [
    'a higher log loss than promised',
    sound,
    { logLoss: interval(0.2, 0.02) },
    'watch',
    [
      /^realised log loss 0\.\d{4} .* is above the promised 0\.2000 \(0\.1800 to 0\.2200\), and what the model gains /,
    ],
  ],
  [
    'a higher log loss where just fewer left among the test rows',
    sound,
    { churned: 50, logLoss: interval(0.17, 0.02) },
    'ok',
    [],
  ],
  [
    'other customers leave than those predicted',
    flipped,
    {},
    'watch',
    [
      /^realised log loss .* worse than that of giving everybody the share that left/,
      /^\d.* left, predicted were/,
      /ROC AUC/,
      /log loss/,
    ],
  ],
  [
    'half as many leave again',
    measured((p) => 1.6 * p),
    { rocAuc: interval(0.6, 0.1), logLoss: interval(0.7, 0.1) },
    'watch',
    [
      /^\d\d\.\d % of the customers left, predicted were \d\d\.\d % \(expected to differ by at most 15 % of those who left\)$/,
    ],
  ],
  [
    'a quarter of the share too many predicted, and more',
    predicting(0.2501, 0.02),
    {},
    'watch',
    [/^20\.0 % of the customers left, predicted were 25\.0 % /],
  ],
  ['a quarter too many, and less', predicting(0.2499, 0.02), {}, 'watch', [/^20\.0 % of the customers left/]],
  ['three twentieths too few, and less', predicting(0.1701, 0.005), {}, 'ok', []],
  [
    'three twentieths too few, and more',
    predicting(0.1699, 0.005),
    {},
    'watch',
    [/, predicted were 17\.0 % /],
  ],
  ['far too many, of which chance may explain all but a tenth', predicting(0.28, 0.0601), {}, 'ok', []],
  ['far too many, of which chance does not explain a tenth', predicting(0.28, 0.0599), {}, 'watch', [/./]],
  ['far too few, of which chance may explain all but a tenth', predicting(0.12, 0.0601), {}, 'ok', []],
  ['a tenth more leave', measured((p) => 1.1 * p), { logLoss: interval(0.6, 0.1) }, 'ok', []],
  [
    'a promise without intervals',
    sound,
    { rocAuc: { value: null, lower: null, upper: null }, logLoss: { value: null, lower: null, upper: null } },
    'ok',
    [],
  ],
])('%s', (_what, realised, changes, verdict, reasons) => {
  const judged = judgeRealised(realised, { ...promised, ...changes });
  expect(judged).toEqual({ verdict, reasons: reasons.map((reason) => expect.stringMatching(reason)) });
});

test.each([
  [1_000, 50, true],
  [1_000, 49, false],
  [1_000, 951, false],
  [199, 100, false],
])('of %i customers of whom %i left something is told: %s', (rows, churned, isTold) => {
  expect(whyTooFew(rows, churned) === null).toBe(isTold);
});

test('the graver verdict holds, with the reasons of both; broken or too few data stay what they are', () => {
  const of = (verdict: 'ok' | 'watch' | 'retrain' | 'stop' | 'too-few-rows') => ({
    verdict,
    reasons: verdict === 'ok' ? [] : [verdict],
  });
  expect(joinJudgements(of('watch'), of('ok'))).toEqual(of('watch'));
  expect(joinJudgements(of('ok'), of('retrain'))).toEqual(of('retrain'));
  expect(joinJudgements(of('retrain'), of('watch'))).toEqual({
    verdict: 'retrain',
    reasons: ['retrain', 'watch'],
  });
  for (const verdict of ['stop', 'too-few-rows'] as const) {
    expect(joinJudgements(of(verdict), of('retrain'))).toEqual(of(verdict));
  }
});
