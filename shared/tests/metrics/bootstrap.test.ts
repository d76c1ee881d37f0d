import fc from 'fast-check';
import { measureNames, measuresSchema } from '../../src/artifacts/measures.ts';
import type { BootstrapInterval } from '../../src/metrics/bootstrap-interval.ts';
import { logLossOfGroups } from '../../src/metrics/log-loss.ts';
import { measureGroups } from '../../src/metrics/measure-groups.ts';
import { measurePredictions } from '../../src/metrics/measure-predictions.ts';
import { pairedBootstrap } from '../../src/metrics/paired-bootstrap.ts';
import { rocAucOfGroups } from '../../src/metrics/roc-auc.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { anyRows, type ScoredRows, shuffled, uniformRows } from './scored-rows.ts';

const campaign = campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.3 });
const settings = { threshold: 0.5, campaign, seed: 42, samples: 200 };

test('the intervals are what an evaluation document holds', () => {
  const { labels, probabilities } = uniformRows(1, 300);
  const measured = measurePredictions(labels, probabilities, settings);
  expect(measuresSchema.parse(measured)).toEqual(measured);
  expect(Object.keys(measured)).toEqual([...measureNames]);
});

test('values are those of the rows, bounds are in order', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const measured = measurePredictions(labels, probabilities, { ...settings, samples: 20 });
      const values = measureGroups(groupByProbability(labels, probabilities), settings);
      for (const name of measureNames) {
        const { value, lower, upper } = measured[name];
        expect(value).toBe(values[name]);
        if (value === null) expect([lower, upper]).toEqual([null, null]);
        if (lower !== null) expect(lower).toBeLessThanOrEqual(upper!);
      }
    }),
  );
});

test('nineteen intervals of twenty hold what is true of all customers', () => {
  const sets = 100;
  const covered = {
    rocAuc: 0,
    logLoss: 0,
    brier: 0,
    accuracy: 0,
    calibrationSlope: 0,
    calibrationIntercept: 0,
  };
  const truth = {
    rocAuc: 5 / 6,
    logLoss: 1 / 2,
    brier: 1 / 6,
    accuracy: 3 / 4,
    calibrationSlope: 1,
    calibrationIntercept: 0,
  };
  const names = Object.keys(covered) as (keyof typeof covered)[];
  for (let set = 0; set < sets; set++) {
    const { labels, probabilities } = uniformRows(1000 + set, 150);
    const measured = measurePredictions(labels, probabilities, { ...settings, seed: set, samples: 100 });
    for (const name of names) {
      const { lower, upper } = measured[name];
      if (lower! <= truth[name] && truth[name] <= upper!) covered[name] += 1;
    }
  }
  for (const name of names) {
    expect(covered[name] / sets).toBeGreaterThan(0.87);
    expect(covered[name] / sets).toBeLessThan(1);
  }
});

test('the seed decides the bounds, the order of rows does not', () => {
  const rows = uniformRows(2, 200);
  const measure = ({ labels, probabilities }: typeof rows, seed: number) =>
    measurePredictions(labels, probabilities, { ...settings, seed });
  expect(measure(rows, 7)).toEqual(measure(rows, 7));
  expect(measure(shuffled({ ...rows }), 7)).toEqual(measure(rows, 7));
  expect(measure(rows, 8).rocAuc.lower).not.toBe(measure(rows, 7).rocAuc.lower);
});

test('a model compared with itself differs by exactly nothing', () => {
  const { labels, probabilities } = uniformRows(3, 200);
  expect(pairedBootstrap(labels, probabilities, probabilities, rocAucOfGroups, settings)).toEqual({
    value: 0,
    lower: 0,
    upper: 0,
  });
});

test('the difference is b − a, on the same rows in any order, and turns its sign when they change places', () => {
  const { labels, probabilities: right } = uniformRows(4, 300);
  const extreme = right.map((p) => p ** 3 / (p ** 3 + (1 - p) ** 3));
  const better = pairedBootstrap(labels, extreme, right, logLossOfGroups, settings);
  const value =
    logLossOfGroups(groupByProbability(labels, right)) - logLossOfGroups(groupByProbability(labels, extreme));
  expect(better.value).toBe(value);
  expect(better.upper).toBeLessThan(0);
  const other = shuffled({ labels, right, extreme });
  expect(pairedBootstrap(other.labels, other.extreme, other.right, logLossOfGroups, settings)).toEqual(
    better,
  );
  const worse = pairedBootstrap(labels, right, extreme, logLossOfGroups, settings);
  expect([worse.value, worse.lower! > 0]).toEqual([-value, true]);
});

test('two nearly equal models are told apart far better on the same rows than by two intervals', () => {
  const { labels, probabilities: right } = uniformRows(5, 1000);
  const blurred = right.map((p, row) => Math.min(Math.max(p + (row % 2 === 0 ? 0.1 : -0.1), 0), 1));
  const { lower, upper } = pairedBootstrap(labels, blurred, right, rocAucOfGroups, settings);
  const alone = measurePredictions(labels, right, settings).rocAuc;
  expect(upper! - lower!).toBeLessThan((alone.upper! - alone.lower!) / 2);
});

test('where the rows have no such value, there is no difference', () => {
  const [labels, scores] = [Uint8Array.of(0, 0, 0), Float64Array.of(0.1, 0.2, 0.3)];
  expect(pairedBootstrap(labels, scores, scores, rocAucOfGroups, settings)).toEqual({
    value: null,
    lower: null,
    upper: null,
  });
});

/** Every customer several times, with the same rows or with rows of another risk. */
function repeated(rows: ScoredRows, times: number, shift = 0) {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const ids = Array.from(rows.labels.keys(), String);
  return {
    labels: Uint8Array.from(copies.flatMap(() => [...rows.labels])),
    probabilities: Float64Array.from(
      copies.flatMap((copy) => [...rows.probabilities.map((p) => (1 - shift * copy) * p)]),
    ),
    customerIds: copies.flatMap(() => ids),
  };
}

const width = ({ lower, upper }: BootstrapInterval) => upper! - lower!;

test('customers of one row each are drawn exactly as rows are', () => {
  const { labels, probabilities } = uniformRows(6, 250);
  const customerIds = Array.from(labels.keys(), (row) => `customer ${(row * 7) % 250}`);
  const settingsOfCustomers = { ...settings, customerIds };
  expect(measurePredictions(labels, probabilities, settingsOfCustomers)).toEqual(
    measurePredictions(labels, probabilities, settings),
  );
  const blurred = probabilities.map((p) => (p + 0.5) / 2);
  expect(pairedBootstrap(labels, blurred, probabilities, logLossOfGroups, settingsOfCustomers)).toEqual(
    pairedBootstrap(labels, blurred, probabilities, logLossOfGroups, settings),
  );
});

test('the same rows again tell nothing new: intervals do not shrink when a customer has them four times', () => {
  const rows = uniformRows(7, 300);
  const { labels, probabilities, customerIds } = repeated(rows, 4);
  const once = measurePredictions(rows.labels, rows.probabilities, settings);
  const apart = measurePredictions(labels, probabilities, settings);
  const together = measurePredictions(labels, probabilities, { ...settings, customerIds });
  for (const name of ['rocAuc', 'brier', 'profitPerCustomer'] as const) {
    expect(width(together[name])).toBeCloseTo(width(once[name]), 10);
    expect(width(apart[name])).toBeLessThan(0.7 * width(once[name]));
  }
  const blurred = (values: Float64Array) => values.map((p, row) => (p + ((row % 300) % 2) * 0.3) / 1.3);
  const paired = (labelsOf: Uint8Array, scores: Float64Array, ids?: string[]) =>
    pairedBootstrap(labelsOf, blurred(scores), scores, rocAucOfGroups, {
      ...settings,
      ...(ids === undefined ? {} : { customerIds: ids }),
    });
  expect(width(paired(labels, probabilities, customerIds))).toBeCloseTo(
    width(paired(rows.labels, rows.probabilities)),
    10,
  );
});

test('neither names of customers nor the order of their rows decide the bounds', () => {
  const { labels, probabilities, customerIds } = repeated(uniformRows(8, 120), 3, 0.2);
  const measure = (order: readonly number[], name: (id: string) => string) =>
    measurePredictions(
      Uint8Array.from(order, (row) => labels[row]!),
      Float64Array.from(order, (row) => probabilities[row]!),
      { ...settings, customerIds: order.map((row) => name(customerIds[row]!)) },
    );
  const forward = [...labels.keys()];
  const expected = measure(forward, (id) => id);
  expect(measure(forward.toReversed(), (id) => id)).toEqual(expected);
  expect(measure(forward, (id) => `z${999 - Number(id)}`)).toEqual(expected);
});

test('a customer for each row is asked for', () => {
  const { labels, probabilities } = uniformRows(9, 5);
  expect(() => measurePredictions(labels, probabilities, { ...settings, customerIds: ['a'] })).toThrow(
    /expected a customer for each of 5 rows, got 1/,
  );
});
