import { logLoss } from '../../src/metrics/log-loss.ts';
import { logit, sigmoid } from '../../src/metrics/log-odds.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { blendFamilies } from '../../src/training/blend-families.ts';
import { blendProbabilities, blendWeights } from '../../src/training/blend-weights.ts';

const rowCount = 6_000;

/** Members whose log-odds are independent, and labels drawn from their mean under the weights. */
function planted(weights: readonly number[], seed: number) {
  const random = seededRandom(seed);
  const logOdds = weights.map(() => Float64Array.from({ length: rowCount }, () => 3 * random.normal() - 1));
  const truth = blendProbabilities(logOdds, weights);
  return { logOdds, labels: Uint8Array.from(truth, (p) => (random.uniform() < p ? 1 : 0)) };
}

/** The truth as two models see it, each with its own errors and calibrated for them, and one that knows nothing. */
function twoViewsAndNoise(seed: number) {
  const random = seededRandom(seed);
  const truth = Float64Array.from({ length: rowCount }, () => 1.5 * random.normal() - 1);
  const error = 0.8;
  const shrinkage = 1.5 ** 2 / (1.5 ** 2 + error ** 2);
  const seen = () => truth.map((margin) => shrinkage * (margin + 1 + error * random.normal()) - 1);
  const noise = truth.map(() => 0.1 * random.normal() - 0.8);
  return {
    logOdds: [seen(), seen(), noise],
    labels: Uint8Array.from(truth, (margin) => (random.uniform() < sigmoid(margin) ? 1 : 0)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

test.each([[[0.7, 0.3]], [[0.5, 0.2, 0.3]], [[0.1, 0.2, 0.3, 0.4]]])(
  'planted weights %j are found',
  (weights) => {
    const { logOdds, labels } = planted(weights, 1);
    const found = blendWeights(logOdds, labels);
    expect(found).toEqual(weights.map((weight) => expect.closeTo(weight, 1)));
    expect(sum(found)).toBeCloseTo(1, 12);
  },
);

test('no other weights within a grid have a lower log loss', () => {
  const { logOdds, labels } = twoViewsAndNoise(2);
  const lossOf = (weights: readonly number[]) => logLoss(labels, blendProbabilities(logOdds, weights));
  const found = lossOf(blendWeights(logOdds, labels));
  const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const losses = steps.flatMap((a) => steps.filter((b) => a + b <= 1).map((b) => lossOf([a, b, 1 - a - b])));
  expect(found).toBeLessThanOrEqual(Math.min(...losses));
});

test('a model that knows nothing is left out', () => {
  const { logOdds, labels } = twoViewsAndNoise(3);
  const [first, second, noise] = blendWeights(logOdds, labels);
  expect(noise).toBe(0);
  expect(first! + second!).toBeCloseTo(1, 12);
});

test('two identical members share their weight', () => {
  const { logOdds, labels } = twoViewsAndNoise(4);
  const [view, other] = logOdds;
  const [a, b, c] = blendWeights([view!, view!.slice(), other!], labels);
  expect(a).toBeCloseTo(b!, 6);
  const [whole] = blendWeights([view!, other!], labels);
  expect(a! + b!).toBeCloseTo(whole!, 4);
  expect(c).toBeCloseTo(1 - whole!, 4);
});

test('of two members that exaggerate the one that does so less has all the weight', () => {
  const { logOdds, labels } = planted([1], 5);
  const [more, less] = [3, 1.5].map((factor) => logOdds[0]!.map((margin) => factor * margin));
  expect(blendWeights([more!, less!], labels)).toEqual([0, 1]);
});

/** Members that see a common truth and a common error in shares of their own, and an error that is theirs; few rows. */
function entangled(members: number, rows: number, seed: number) {
  const random = seededRandom(seed);
  const truth = Float64Array.from({ length: rows }, () => 1.5 * random.normal());
  const common = Float64Array.from({ length: rows }, () => random.normal());
  const logOdds = Array.from({ length: members }, () => {
    const [seen, noise, shared] = [random.uniform() * 2, random.uniform() * 2, random.uniform() * 2 - 1];
    return truth.map((margin, row) => seen * margin + shared * common[row]! + noise * random.normal());
  });
  return { logOdds, labels: Uint8Array.from(truth, (z) => (random.uniform() < sigmoid(z) ? 1 : 0)) };
}

/** The lowest log loss of any weights, by another way: exponentiated gradient (Kivinen, Warmuth 1997), slow and sure. */
function lowestLoss({ logOdds, labels }: ReturnType<typeof entangled>): number {
  let weights = logOdds.map(() => 1 / logOdds.length);
  for (let step = 0; step < 5_000; step++) {
    const errors = blendProbabilities(logOdds, weights).map((p, row) => p - labels[row]!);
    const raised = weights.map((weight, member) => {
      const slope = errors.reduce((total, error, row) => total + error * logOdds[member]![row]!, 0);
      return weight * Math.exp((-0.5 * slope) / labels.length);
    });
    weights = raised.map((weight) => weight / sum(raised));
  }
  return logLoss(labels, blendProbabilities(logOdds, weights));
}

// In 418 and 1102 the best weights are not found without the member that is the most negative one at first.
test.each([
  [6, 418],
  [5, 1102],
  [2, 1],
  [3, 2],
  [4, 3],
  [4, 4],
  [5, 5],
  [6, 6],
])('of %d entangled members (seed %d) the weights have the lowest loss that there is', (members, seed) => {
  const problem = entangled(members, 60, seed);
  const weights = blendWeights(problem.logOdds, problem.labels);
  expect(weights.every((weight) => weight === 0 || weight >= 0.02)).toBe(true);
  const loss = logLoss(problem.labels, blendProbabilities(problem.logOdds, weights));
  // What is lost with members of negligible weight.
  expect(loss - lowestLoss(problem)).toBeLessThan(2e-4);
});

test('the same predictions give the same weights, whatever their order of rows', () => {
  const { logOdds, labels } = twoViewsAndNoise(6);
  const weights = blendWeights(logOdds, labels);
  expect(blendWeights(logOdds, labels)).toEqual(weights);
  const backwards = blendWeights(
    logOdds.map((column) => column.toReversed()),
    labels.toReversed(),
  );
  expect(backwards).toEqual(weights.map((weight) => expect.closeTo(weight, 6)));
});

test('the held-out score of a blend does not count with the rows that chose the weights', () => {
  const random = seededRandom(7);
  const customers = Array.from({ length: 60 }, (_, row) => `c${row}`);
  const optimism = Array.from({ length: 30 }, () => {
    const labels = Uint8Array.from(customers, () => (random.uniform() < 0.4 ? 1 : 0));
    const members = [0, 1, 2, 3].map(() => Float64Array.from(customers, () => 0.2 + 0.5 * random.uniform()));
    const { weights, heldOut } = blendFamilies(members, labels, customers);
    const fitted = blendProbabilities(
      members.map((probabilities) => probabilities.map(logit)),
      weights,
    );
    return logLoss(labels, heldOut) - logLoss(labels, fitted);
  });
  expect(sum(optimism) / optimism.length).toBeGreaterThan(0.005);
});

test('rows of one customer are judged by the same weights', () => {
  const { logOdds, labels } = twoViewsAndNoise(8);
  const members = logOdds.map((column) => column.map(sigmoid));
  const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
  const customers = Array.from(labels, (_, row) => `c${row}`);
  const { heldOut } = blendFamilies(members.map(twice), Uint8Array.from([...labels, ...labels]), [
    ...customers,
    ...customers,
  ]);
  expect(heldOut.slice(rowCount)).toEqual(heldOut.slice(0, rowCount));
});
