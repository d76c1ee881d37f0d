import { rankImportance } from '../../src/evaluation/rank-importance.ts';
import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

const rowCount = 500;
const random = seededRandom(1);
const [strong, weak] = [0, 1].map(() => Float64Array.from({ length: rowCount }, () => random.normal()));
const labels = Uint8Array.from(strong!, (value, row) =>
  random.uniform() < 1 / (1 + Math.exp(-2 * value - 0.5 * weak![row]!)) ? 1 : 0,
);
const numeric = (name: string, values: Float64Array) => ({ kind: 'numeric' as const, name, values });
const matrix = {
  rowCount,
  columns: [
    numeric('weak', weak!),
    numeric('constant', new Float64Array(rowCount).fill(3)),
    numeric('strong', strong!),
  ],
};
const { model } = await logisticRegression.fit({ matrix, labels }, { ridge: 0.01 }, { seed: 1, threads: 1 });

test('features are ranked by what they add to the log-odds; one that adds nothing is left out', () => {
  expect(rankImportance(model, matrix).map(({ feature }) => feature)).toEqual(['strong', 'weak']);
});

test('the strength is the mean of the absolute contributions over the rows', () => {
  const { values } = model.explain(matrix);
  const column = Array.from({ length: rowCount }, (_, row) => Math.abs(values[3 * row + 2]!));
  const [strongest] = rankImportance(model, matrix);
  expect(strongest!.strength).toBeCloseTo(column.reduce((sum, value) => sum + value, 0) / rowCount, 12);
});
