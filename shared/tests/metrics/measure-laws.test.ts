import fc from 'fast-check';
import { calibrationBins } from '../../src/metrics/calibration-bins.ts';
import { calibrationLine } from '../../src/metrics/calibration-line.ts';
import { confusionAt } from '../../src/metrics/confusion.ts';
import { capturedChurn, lift } from '../../src/metrics/lift.ts';
import { logit, sigmoid } from '../../src/metrics/log-odds.ts';
import { measureGroups } from '../../src/metrics/measure-groups.ts';
import { rocAuc } from '../../src/metrics/roc-auc.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { anyRows, type ScoredRows, shuffled } from './scored-rows.ts';

const settings = {
  threshold: 0.5,
  campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.3 }),
};
const measureAll = ({ labels, probabilities }: ScoredRows) =>
  measureGroups(groupByProbability(labels, probabilities), settings);

test('the order of rows changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(anyRows, (rows) => expect(measureAll(shuffled({ ...rows }))).toEqual(measureAll(rows))),
  );
});

test('every row twice changes nothing but rounding', () => {
  const twice = ({ labels, probabilities }: ScoredRows) => ({
    labels: Uint8Array.from([...labels, ...labels]),
    probabilities: Float64Array.from([...probabilities, ...probabilities]),
  });
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [once, doubled] = [measureAll(rows), measureAll(twice(rows))];
      for (const name of [
        'rocAuc',
        'prAuc',
        'logLoss',
        'brier',
        'f1',
        'liftAt10',
        'profitPerCustomer',
      ] as const) {
        if (once[name] === null) expect(doubled[name]).toBeNull();
        else expect(doubled[name]).toBeCloseTo(once[name], 10);
      }
    }),
  );
});

test('ROC AUC of 1 − p is 1 − ROC AUC, and so is that of swapped labels', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const auc = rocAuc(labels, probabilities);
      const turned = rocAuc(
        labels,
        probabilities.map((p) => 1 - p),
      );
      const swapped = rocAuc(
        labels.map((label) => 1 - label),
        probabilities,
      );
      if (auc === null) expect([turned, swapped]).toEqual([null, null]);
      else for (const other of [turned, swapped]) expect(other).toBeCloseTo(1 - auc, 12);
    }),
  );
});

test('a rising map of the scores keeps ROC AUC, also to scores that are no probabilities', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const mapped = probabilities.map((p) => 1000 * p ** 3 - 7);
      expect(rocAuc(labels, mapped)).toBe(rocAuc(labels, probabilities));
    }),
  );
});

test('captured churn grows with the share, and whole, it is everybody', () => {
  fc.assert(
    fc.property(anyRows, fc.double({ min: 0, max: 1, noNaN: true }), ({ labels, probabilities }, share) => {
      const [less, all] = [share, 1].map((part) =>
        capturedChurn(groupByProbability(labels, probabilities), part),
      );
      if (all === null) return expect(less).toBeNull();
      expect(all).toBeCloseTo(1, 12);
      expect(less!).toBeLessThanOrEqual(all! + 1e-12);
    }),
  );
});

test('among equal scores the lift is 1 at every share', () => {
  const groups = groupByProbability(Uint8Array.of(1, 1, 0, 0, 0, 0, 0), new Float64Array(7).fill(0.3));
  for (const share of [0.01, 0.1, 0.5, 1]) {
    expect(lift(groups, share)).toBeCloseTo(1, 12);
  }
});

test('calibration bins keep rows, churners and the sum of probabilities, and rise', () => {
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const bins = calibrationBins(groupByProbability(labels, probabilities));
      expect(bins).toHaveLength(Math.min(10, labels.length));
      expect(sum(bins.map(({ rows }) => rows))).toBe(labels.length);
      expect(sum(bins.map(({ rows, observed }) => rows * observed))).toBeCloseTo(sum(labels), 9);
      expect(sum(bins.map(({ rows, predicted }) => rows * predicted))).toBeCloseTo(sum(probabilities), 9);
      const predicted = bins.map((bin) => bin.predicted);
      expect(predicted.every((value, index) => index === 0 || value >= predicted[index - 1]! - 1e-12)).toBe(
        true,
      );
    }),
  );
});

/** A churner whose log-odds lie far below those of the others: the way to the line leads over steeper gradients. */
const farOutRow = {
  labels: Uint8Array.of(1, 1, 0, 0),
  probabilities: Float64Array.of(0.234375, 0, 0.015625, 0.28125),
};

/** From a line of slope 1 the likelihood is too flat to climb: those who are certain have nearly no curvature there. */
const certainRows = {
  labels: Uint8Array.of(0, 1, 0, 1, 1),
  probabilities: Float64Array.of(0, 0.03125, 1, 0, 0),
};

test('a calibration line is the same wherever the search for it starts', () => {
  const slopes = fc.double({ min: 0.5, max: 2, noNaN: true });
  const intercepts = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyRows, slopes, intercepts, ({ labels, probabilities }, slope, intercept) => {
      const groups = groupByProbability(labels, probabilities);
      const [line, found] = [calibrationLine(groups), calibrationLine(groups, { slope, intercept })];
      expect(found === null).toBe(line === null);
      if (line === null || found === null) return;
      let residual = 0;
      for (const [row, p] of probabilities.entries()) {
        residual += labels[row]! - sigmoid(found.slope * logit(p) + found.intercept);
      }
      expect(residual).toBeCloseTo(0, 7);
      expect(Math.abs(found.slope - line.slope)).toBeLessThan(1e-5 * (1 + Math.abs(line.slope)));
    }),
    { numRuns: 1_000, examples: [[certainRows, 0.5, 0]] },
  );
});

test('where a calibration line exists, it leaves no residual and none along the log-odds', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const line = calibrationLine(groupByProbability(labels, probabilities));
      if (line === null) return;
      let [residual, along] = [0, 0];
      for (const [row, p] of probabilities.entries()) {
        const left = labels[row]! - sigmoid(line.slope * logit(p) + line.intercept);
        residual += left;
        along += left * logit(p);
      }
      expect(residual).toBeCloseTo(0, 8);
      expect(along).toBeCloseTo(0, 7);
    }),
    { numRuns: 2_000, examples: [[farOutRow]] },
  );
});

test.each([
  ['one class', [0, 0, 0], [0.1, 0.2, 0.3]],
  ['one probability', [0, 1, 0], [0.2, 0.2, 0.2]],
  ['classes parted by a probability', [0, 0, 1, 1], [0.1, 0.3, 0.3, 0.4]],
  ['classes parted the wrong way', [1, 1, 0], [0.1, 0.3, 0.4]],
])('%s: no calibration line', (_name, labels, probabilities) => {
  expect(
    calibrationLine(groupByProbability(Uint8Array.from(labels), Float64Array.from(probabilities))),
  ).toBeNull();
});

test('rows of one class have no ranking, but a loss', () => {
  const stayed = measureAll({ labels: Uint8Array.of(0, 0), probabilities: Float64Array.of(0.25, 0.5) });
  expect(stayed).toMatchObject({
    rocAuc: null,
    prAuc: null,
    recall: null,
    capturedAt10: null,
    liftAt10: null,
  });
  expect(stayed).toMatchObject({ precision: 0, f1: 0, accuracy: 0.5, brier: 0.15625 });
  expect(stayed.logLoss).toBeCloseTo((Math.log(4 / 3) + Math.log(2)) / 2, 12);
});

test('a row at the threshold counts as leaving', () => {
  expect(confusionAt(Uint8Array.of(1, 0, 1), Float64Array.of(0.5, 0.5, 0.4999), 0.5)).toEqual({
    truePositives: 1,
    falsePositives: 1,
    trueNegatives: 0,
    falseNegatives: 1,
  });
});

test('−0 and 0 are the same score', () => {
  expect(rocAuc(Uint8Array.of(1, 0), Float64Array.of(0, -0))).toBe(0.5);
});
