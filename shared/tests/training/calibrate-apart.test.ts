import { sigmoid } from '../../src/metrics/log-odds.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { calibrateApart } from '../../src/training/calibrate-apart.ts';

const random = seededRandom(3);
const logOdds = Float64Array.from({ length: 800 }, () => 6 * random.uniform() - 3);
const labels = Uint8Array.from(logOdds, (value) => (random.uniform() < sigmoid(value) ? 1 : 0));
const rows = Int32Array.from(labels.keys());
const folds = [0, 1, 2, 3].map((fold) => ({
  fit: rows.filter((row) => row % 4 !== fold),
  judge: rows.filter((row) => row % 4 === fold),
}));
/** Twice the log-odds of the truth: far too sure. */
const near = { rows, labels, probabilities: logOdds.map((value) => sigmoid(2 * value)) };
/** Those of the later half. */
const honest = {
  rows: rows.slice(400),
  labels: labels.slice(400),
  probabilities: near.probabilities.slice(400),
};

const logLossOf = (probabilities: Float64Array) =>
  honest.labels.reduce((sum, label, place) => {
    const probability = probabilities[place]!;
    return sum - Math.log(label === 1 ? probability : 1 - probability) / honest.labels.length;
  }, 0);

test('predictions that are too sure come nearer to the truth', () => {
  const calibrated = calibrateApart(honest, near, folds, 7);
  expect(logLossOf(calibrated)).toBeLessThan(logLossOf(honest.probabilities) - 0.02);
});

test('no prediction is calibrated by a map that has seen the labels of its fold', () => {
  const before = calibrateApart(honest, near, folds, 7);
  const turned = near.labels.map((label, row) => (row % 4 === 2 ? 1 - label : label));
  const after = calibrateApart(honest, { ...near, labels: turned }, folds, 7);
  const moved = honest.rows.filter((_, place) => after[place] !== before[place]);
  expect(moved.length).toBe(300);
  expect(moved.filter((row) => row % 4 === 2)).toHaveLength(0);
});

test('a row of no fold, and every row where there is one fold only, stays as predicted', () => {
  const [first, ...others] = folds;
  const inOthers = rows.filter((row) => row % 4 !== 0);
  const ofOthers = {
    rows: inOthers,
    labels: labels.filter((_, row) => row % 4 !== 0),
    probabilities: near.probabilities.filter((_, row) => row % 4 !== 0),
  };
  const calibrated = calibrateApart(honest, ofOthers, others, 7);
  const kept = honest.rows.filter((_, place) => calibrated[place] === honest.probabilities[place]);
  expect(kept).toEqual(first!.judge.filter((row) => row >= 400));
  expect(calibrateApart(honest, near, [{ fit: rows, judge: rows }], 7)).toEqual(honest.probabilities);
});
