import { sampleRows } from '../../src/models/sample-rows.ts';

test('rows that are no more than asked for are all taken', () => {
  expect([...sampleRows(4, 4, 1)]).toEqual([0, 1, 2, 3]);
  expect([...sampleRows(4, 9, 1)]).toEqual([0, 1, 2, 3]);
  expect([...sampleRows(4, Number.POSITIVE_INFINITY, 1)]).toEqual([0, 1, 2, 3]);
});

test('a sample is ascending, without repeats, and from all parts of the rows', () => {
  const rows = sampleRows(10_000, 1_000, 7);
  expect(rows).toHaveLength(1_000);
  expect(rows.every((row, index) => index === 0 || row > rows[index - 1]!)).toBe(true);
  expect(rows.at(-1)).toBeLessThan(10_000);
  const firstHalf = rows.filter((row) => row < 5_000).length;
  // Four standard deviations of a hypergeometric count.
  expect(Math.abs(firstHalf - 500)).toBeLessThan(60);
});

test('the same seed takes the same rows, another one others', () => {
  expect(sampleRows(1_000, 100, 3)).toEqual(sampleRows(1_000, 100, 3));
  expect(sampleRows(1_000, 100, 4)).not.toEqual(sampleRows(1_000, 100, 3));
});
