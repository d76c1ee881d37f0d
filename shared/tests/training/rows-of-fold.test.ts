import { selectRows } from '../../src/features/select-rows.ts';
import { rowsOfFold } from '../../src/training/rows-of-fold.ts';
import { folds, rows } from './synthetic-folds.ts';

const [{ fit }] = folds as [(typeof folds)[number]];

test('the rows of a fold are selected once', () => {
  const selected = rowsOfFold(rows, fit);
  expect(selected).toEqual(selectRows(rows, fit));
  expect(rowsOfFold(rows, fit)).toBe(selected);
});

test('of other rows the same indices are others', () => {
  const reversed = { ...rows, labels: rows.labels.toReversed() };
  rowsOfFold(rows, fit);
  expect(rowsOfFold(reversed, fit)).toEqual(selectRows(reversed, fit));
});
