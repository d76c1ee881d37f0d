import { measureBaselines } from '../../src/evaluation/measure-baselines.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

/** Two customers in five churn; who churned has been silent for longer, by and large. */
function customers(seed: number, rowCount = 400) {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: rowCount }, (_, row) => (row % 5 < 2 ? 1 : 0));
  const column = (name: string, numberOf: (label: number) => number) => ({
    kind: 'numeric' as const,
    name,
    values: Float64Array.from(labels, numberOf),
  });
  const silence = column('days_since_last', (label) => random.integer(1, 60) + 40 * label);
  const age = column('age', () => random.integer(18, 90));
  return { labels, matrix: { rowCount, columns: [age, silence] } };
}

const [learnable, held] = [customers(1), customers(2)];
const options = { seed: 42, threads: 1, samples: 100 };
/** Of a model that knows the answer of every held row. */
const winner = Float64Array.from(held.labels, (label) => 0.1 + 0.8 * label);

test('the majority class is the share of churn for everybody: no order, the entropy as log loss', async () => {
  const [majority] = await measureBaselines(learnable, held, winner, options);
  expect(majority).toMatchObject({ name: 'majority class', rocAuc: 0.5, accuracy: 0.6 });
  expect(majority!.logLoss).toBeCloseTo(-0.4 * Math.log(0.4) - 0.6 * Math.log(0.6), 12);
});

test('recency orders by the days since the last transaction alone', async () => {
  const [majority, recency] = await measureBaselines(learnable, held, winner, options);
  const blurred = {
    ...held,
    matrix: {
      ...held.matrix,
      columns: [{ ...held.matrix.columns[0]!, values: new Float64Array(400) }, held.matrix.columns[1]!],
    },
  };
  expect(recency!.rocAuc).toBeGreaterThan(0.85);
  expect(recency!.logLoss!).toBeLessThan(majority!.logLoss! - 0.1);
  expect((await measureBaselines(learnable, blurred, winner, options))[1]).toEqual(recency);
});

test('no seed makes a baseline weaker', async () => {
  const figures = async (seed: number) =>
    (await measureBaselines(learnable, held, winner, { ...options, seed })).map(({ rocAuc, logLoss }) => [
      rocAuc,
      logLoss,
    ]);
  expect(await figures(7)).toEqual(await figures(42));
});

test('the gains of the winner are its ROC AUC above and its log loss below the baseline’s, with bounds', async () => {
  const [majority, recency] = await measureBaselines(learnable, held, winner, options);
  expect(majority!.rocAucGain).toEqual({ value: 0.5, lower: 0.5, upper: 0.5 });
  expect(recency!.rocAucGain!.value).toBeCloseTo(1 - recency!.rocAuc!, 12);
  expect(recency!.logLossGain!.value).toBeCloseTo(recency!.logLoss! + Math.log(0.9), 12);
  expect(recency!.logLossGain!.lower).toBeGreaterThan(0);
  const itself = Float64Array.from(held.labels, () => 0.4);
  const [beaten] = await measureBaselines(learnable, held, itself, options);
  expect(beaten!.logLossGain).toEqual({ value: 0, lower: 0, upper: 0 });
});

test('there is no recency where everybody was seen on the same day', async () => {
  const { matrix, labels } = learnable;
  const [age, silence] = matrix.columns;
  const same = {
    labels,
    matrix: { ...matrix, columns: [age!, { ...silence!, values: new Float64Array(400) }] },
  };
  expect((await measureBaselines(same, held, winner, options)).map(({ name }) => name)).toEqual([
    'majority class',
  ]);
});
