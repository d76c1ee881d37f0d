import { calibrate } from '../../src/calibration/calibration.ts';
import { chooseCalibration } from '../../src/calibration/choose-calibration.ts';
import { stratifiedFolds } from '../../src/calibration/stratified-folds.ts';
import { calibrationLine } from '../../src/metrics/calibration-line.ts';
import { logLoss } from '../../src/metrics/log-loss.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { type ScoredRows, uniformRows } from '../metrics/scored-rows.ts';

const tooExtreme = (p: number) => p ** 3 / (p ** 3 + (1 - p) ** 3);
const kinked = (p: number) => (p < 0.5 ? p / 4 : 0.5 + p / 2);

function distorted({ labels, probabilities }: ScoredRows, distort: (p: number) => number): ScoredRows {
  return { labels, probabilities: probabilities.map(distort) };
}

function methodsOf(draws: number, rowCount: number, distort: (p: number) => number): string[] {
  return Array.from({ length: draws }, (_, draw) => {
    const { labels, probabilities } = distorted(uniformRows(draw, rowCount), distort);
    return chooseCalibration(labels, probabilities, 42).calibration.method;
  });
}

test('right probabilities are mostly left alone, and never given many points', () => {
  const methods = methodsOf(40, 1500, (p) => p);
  expect(methods.filter((method) => method === 'none').length).toBeGreaterThanOrEqual(28);
  expect(methods.filter((method) => method === 'isotonic').length).toBeLessThanOrEqual(2);
});

test('too extreme probabilities get a sigmoid that holds on other rows', () => {
  const { labels, probabilities } = distorted(uniformRows(1, 2000), tooExtreme);
  const { calibration } = chooseCalibration(labels, probabilities, 42);
  expect(calibration.method).toBe('sigmoid');
  const fresh = distorted(uniformRows(2, 5000), tooExtreme);
  const calibrated = calibrate(calibration, fresh.probabilities);
  expect(logLoss(fresh.labels, calibrated)).toBeLessThan(logLoss(fresh.labels, fresh.probabilities) - 0.1);
  expect(calibrationLine(groupByProbability(fresh.labels, calibrated))!.slope).toBeCloseTo(1, 1);
});

test('a distortion that is no sigmoid gets an isotonic map, but not from fewer than 1,000 rows', () => {
  expect(methodsOf(5, 8000, kinked)).toEqual(new Array(5).fill('isotonic'));
  expect(methodsOf(20, 999, kinked)).not.toContain('isotonic');
});

test('the held-out log loss does not count with the rows that the map was fitted on', () => {
  const optimism = Array.from({ length: 20 }, (_, draw) => {
    const { labels, probabilities } = distorted(uniformRows(draw, 1_500), kinked);
    const { calibration, heldOut } = chooseCalibration(labels, probabilities, 42);
    expect(calibration.method).toBe('isotonic');
    return logLoss(labels, heldOut) - logLoss(labels, calibrate(calibration, probabilities));
  });
  expect(Math.min(...optimism)).toBeGreaterThan(0);
});

test('the same seed chooses the same map', () => {
  const { labels, probabilities } = distorted(uniformRows(3, 1200), kinked);
  const choose = () => chooseCalibration(labels, probabilities, 9);
  expect(choose()).toEqual(choose());
});

test.each([
  ['one row', [1], [0.3]],
  ['one class', [0, 0, 0, 0, 0, 0], [0.1, 0.2, 0.3, 0.1, 0.4, 0.2]],
  ['one row of a class', [0, 0, 0, 0, 0, 1], [0.1, 0.2, 0.3, 0.1, 0.4, 0.2]],
])('%s: no calibration', (_name, labels, probabilities) => {
  const chosen = chooseCalibration(Uint8Array.from(labels), Float64Array.from(probabilities), 1);
  expect(chosen.calibration.method).toBe('none');
  expect([...chosen.heldOut]).toEqual(probabilities);
});

test('predictions that are none are refused', () => {
  expect(() => chooseCalibration(Uint8Array.of(0, 1), Float64Array.of(0.1, 2), 1)).toThrow(
    'expected probabilities from 0 to 1, got 2 in row 1',
  );
});

test('every fold has its share of rows and of churners', () => {
  const labels = Uint8Array.from({ length: 103 }, (_, row) => (row < 11 ? 1 : 0));
  const folds = stratifiedFolds(labels, 5, 1);
  const counts = [0, 1, 2, 3, 4].map((fold) => ({
    churned: labels.filter((label, row) => label === 1 && folds[row] === fold).length,
    stayed: labels.filter((label, row) => label === 0 && folds[row] === fold).length,
  }));
  expect(counts).toEqual([
    { churned: 3, stayed: 19 },
    { churned: 2, stayed: 19 },
    { churned: 2, stayed: 18 },
    { churned: 2, stayed: 18 },
    { churned: 2, stayed: 18 },
  ]);
  expect(stratifiedFolds(labels, 5, 2)).not.toEqual(folds);
});
