import { thinFold } from '../../src/training/thin-fold.ts';

const rowsFrom = (first: number, count: number) =>
  Int32Array.from({ length: count }, (_, row) => first + row);

test('about as many rows as asked for are left, in their order, and of either outcome its share', () => {
  const labels = Uint8Array.from({ length: 1_500 }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const { fit, judge } = thinFold({ fit: rowsFrom(0, 1_000), judge: rowsFrom(1_000, 500) }, labels, 100);
  for (const rows of [fit, judge]) {
    expect(rows).toHaveLength(100);
    expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    expect(rows.filter((row) => labels[row] === 1)).toHaveLength(25);
  }
});

test('the few rows of a rare outcome do not all fall between those that are taken', () => {
  const rare = [501, 703, 1_907];
  const labels = Uint8Array.from({ length: 2_000 }, (_, row) => (rare.includes(row) ? 1 : 0));
  const { fit, judge } = thinFold({ fit: rowsFrom(0, 1_000), judge: rowsFrom(1_000, 1_000) }, labels, 100);
  expect(fit.filter((row) => labels[row] === 1)).toEqual(Int32Array.of(501));
  expect(judge.filter((row) => labels[row] === 1)).toEqual(Int32Array.of(1_907));
});

test('a fold of fewer rows stays whole', () => {
  const fold = { fit: rowsFrom(0, 60), judge: rowsFrom(60, 40) };
  expect(thinFold(fold, new Uint8Array(100), 100)).toEqual(fold);
});
