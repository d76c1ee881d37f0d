import { addColumns } from '../../src/models/add-columns.ts';
import { addDotProducts } from '../../src/models/add-dot-products.ts';

/** Whole numbers, so that no order of additions changes a sum. */
const columns = Array.from({ length: 6 }, (_, column) =>
  Float64Array.from({ length: 5 }, (_row, row) => 1 + ((3 * column + 7 * row) % 11)),
);
const b = Float64Array.of(2, 3, 5, 7, 11);
const rows = { from: 1, to: 4 };

test('every column is multiplied over the rows of the block, and added where the sums begin', () => {
  const sums = Float64Array.of(100, 100, 100, 100, 100, 100, 100);
  addDotProducts(columns, 5, b, rows, sums, 1);
  const ofColumn = (column: Float64Array) => 100 + 3 * column[1]! + 5 * column[2]! + 7 * column[3]!;
  expect([...sums]).toEqual([100, ...columns.slice(0, 5).map(ofColumn), 100]);
});

test('the weighted sum of all columns is added to the rows of the block', () => {
  const sums = new Float64Array(5).fill(100);
  addColumns(columns, [1, 2, 3, 4, 5, 6], rows, sums);
  const ofRow = (row: number) => 100 + columns.reduce((sum, column, at) => sum + (at + 1) * column[row]!, 0);
  expect([...sums]).toEqual([100, ofRow(1), ofRow(2), ofRow(3), 100]);
});
