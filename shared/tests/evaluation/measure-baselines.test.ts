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
const options = { seed: 42, threads: 1 };

test('the majority class is the share of churn for everybody: no order, the entropy as log loss', async () => {
  const [majority] = await measureBaselines(learnable, held, options);
  expect(majority).toMatchObject({ name: 'majority class', rocAuc: 0.5, accuracy: 0.6 });
  expect(majority!.logLoss).toBeCloseTo(-0.4 * Math.log(0.4) - 0.6 * Math.log(0.6), 12);
});

test('recency orders by the days since the last transaction alone', async () => {
  const [majority, recency] = await measureBaselines(learnable, held, options);
  const blurred = {
    ...held,
    matrix: {
      ...held.matrix,
      columns: [{ ...held.matrix.columns[0]!, values: new Float64Array(400) }, held.matrix.columns[1]!],
    },
  };
  expect(recency!.rocAuc).toBeGreaterThan(0.85);
  expect(recency!.logLoss!).toBeLessThan(majority!.logLoss! - 0.1);
  expect((await measureBaselines(learnable, blurred, options))[1]).toEqual(recency);
});

test('no seed makes a baseline weaker', async () => {
  const first = await measureBaselines(learnable, held, options);
  expect(await measureBaselines(learnable, held, { ...options, seed: 7 })).toEqual(first);
});

test('there is no recency where everybody was seen on the same day', async () => {
  const { matrix, labels } = learnable;
  const [age, silence] = matrix.columns;
  const same = {
    labels,
    matrix: { ...matrix, columns: [age!, { ...silence!, values: new Float64Array(400) }] },
  };
  expect((await measureBaselines(same, held, options)).map(({ name }) => name)).toEqual(['majority class']);
});
