import { modelFamilies } from '../../src/models/model-families.ts';
import { singleFamilyNames } from '../../src/schema/model-family-name.ts';
import { isOnAllRows, ordinaryPlan, planRungs } from '../../src/training/plan-rungs.ts';
import type { ValidationFold } from '../../src/training/validation-folds.ts';

/** Folds over so many rows, a quarter of them to judge by; every fourth row churned. */
function foldsOf(rowCount: number, count: number) {
  const indices = Int32Array.from({ length: rowCount }, (_, row) => row);
  const folds = Array.from(
    { length: count },
    (_, fold): ValidationFold => ({
      fit: indices.filter((row) => Math.floor(row / 4) % 4 !== fold),
      judge: indices.filter((row) => Math.floor(row / 4) % 4 === fold),
    }),
  );
  return { folds, labels: Uint8Array.from(indices, (row) => (row % 4 === 0 ? 1 : 0)) };
}

const fromAnEighth = { beginsOnWholeFold: false };

function ordinaryRungs(rowCount: number, count: number, trials: number, family = fromAnEighth) {
  const { folds, labels } = foldsOf(rowCount, count);
  const rungs = planRungs(ordinaryPlan(folds.at(-1)!.fit.length, trials, family), folds, labels, trials);
  return rungs.map(({ trials: standing, description: { folds: judged, rows } }) => [standing, judged, rows]);
}

test('rows and folds grow from rung to rung, and trials become fewer', () => {
  expect(ordinaryRungs(9_600, 4, 20)).toEqual([
    [20, 1, 1_000],
    [4, 1, 7_200],
    [1, 4, 7_200],
  ]);
});

test('the first rung has an eighth of the fold', () => {
  expect(ordinaryRungs(16_000, 4, 20)[0]).toEqual([20, 1, 1_500]);
});

test('of many rows the first rungs take no more than a table of some thousands would give them', () => {
  expect(ordinaryRungs(40_000, 4, 20)).toEqual([
    [20, 1, 3_000],
    [4, 1, 20_000],
    [1, 4, 30_000],
  ]);
});

test('of few rows more trials climb', () => {
  expect(ordinaryRungs(4_000, 4, 20)).toEqual([
    [20, 1, 1_000],
    [7, 1, 3_000],
    [2, 4, 3_000],
  ]);
});

test('a family that begins on a whole fold has no rung before, and twice as many trials on all where that fold is thinned', () => {
  const rungs = (rowCount: number) => ordinaryRungs(rowCount, 4, 8, { beginsOnWholeFold: true });
  expect(rungs(9_600)).toEqual([
    [8, 1, 7_200],
    [1, 4, 7_200],
  ]);
  expect(rungs(40_000)).toEqual([
    [8, 1, 20_000],
    [2, 4, 30_000],
  ]);
});

test('the logistic regression and the decision tree begin on a whole fold, boosting and the forest on an eighth', () => {
  const first = singleFamilyNames.map((name) => [
    name,
    ordinaryPlan(16_000, 20, modelFamilies[name])[0]!.rows,
  ]);
  expect(Object.fromEntries(first)).toEqual({
    'logistic-regression': 20_000,
    'decision-tree': 20_000,
    'random-forest': 2_000,
    'gradient-boosting': 2_000,
  });
});

test('a rung that is no larger than the one before is left out', () => {
  expect(ordinaryRungs(1_200, 1, 20)).toEqual([[20, 1, 900]]);
  expect(ordinaryRungs(9_600, 1, 20)).toEqual([
    [20, 1, 1_000],
    [4, 1, 7_200],
  ]);
});

test('the default has a place on the last rung of few rows or trials, and of a family whose trials cost little', () => {
  const { folds, labels } = foldsOf(9_600, 4);
  const keeps = (fitRows: number, trials: number, family = fromAnEighth) =>
    planRungs(ordinaryPlan(fitRows, trials, family), folds, labels, trials).at(-1)!.keepsDefault;
  expect(keeps(5_000, 20)).toBe(true);
  expect(keeps(5_001, 19)).toBe(true);
  expect(keeps(5_001, 20)).toBe(false);
  expect(keeps(5_001, 20, { beginsOnWholeFold: true })).toBe(true);
});

test('one trial stands on every rung', () => {
  expect(ordinaryRungs(9_600, 4, 1).map(([standing]) => standing)).toEqual([1, 1, 1]);
});

test('the last rung is known to be on all rows, an earlier one is not', () => {
  const { folds, labels } = foldsOf(9_600, 4);
  const rungs = planRungs(ordinaryPlan(7_200, 20, fromAnEighth), folds, labels, 20);
  expect(rungs.map((rung) => isOnAllRows(rung, folds))).toEqual([false, false, true]);
});
