import { DecisionTreeRegression } from 'ml-cart';
import { Matrix } from 'ml-matrix';
import { pickRows } from '../features/pick-rows.ts';
import { rankColumns } from './rank-columns.ts';

/** Rows of lower bins go left. */
export interface Split {
  readonly column: number;
  readonly firstBinRight: number;
}

/** ml-cart sorts the rows by each column and sums them up anew for each place: it is offered those that may win. */
const columnsOffered = 2;
const mirror = (bin: number) => 255 - bin;

/**
 * The split of a node that ml-cart's regression tree makes on 0/1 labels; undefined where none parts the labels. Its squared
 * error is half the Gini impurity, so it is the same split as a classifier's, in a small part of the time.
 *
 * All rows of one label must stand before those of the other: the library tries a split between rows that are neighbours
 * after a stable sort and differ in label, which leaves two places a bin instead of one a row. It does not try the place
 * between a bin of both labels and a higher one of the second label only; a column whose best place is such a one is
 * offered in reverse, where the library finds it.
 */
export function findSplit(
  bins: readonly Uint8Array[],
  labels: Uint8Array,
  rows: Int32Array,
): Split | undefined {
  const second = labels[rows.at(-1)!]!;
  const offered = rankColumns(bins, labels, rows, second).slice(0, columnsOffered);
  if (offered.length === 0) return undefined;
  const matrix = new Matrix(rows.length, offered.length);
  for (const [index, { column, isBeforeSecond }] of offered.entries()) {
    for (const [place, bin] of pickRows(bins[column]!, rows).entries()) {
      matrix.set(place, index, isBeforeSecond ? mirror(bin) : bin);
    }
  }
  // Of depth 0: the library looks for a split, and stops. Nothing but the split's place is taken from it.
  const tree = new DecisionTreeRegression({ maxDepth: 0, minNumSamples: 1 });
  tree.train(matrix, Array.from(pickRows(labels, rows)));
  const { splitColumn, splitValue } = tree.root;
  if (splitColumn === undefined || splitValue === undefined) return undefined;
  const { column, isBeforeSecond } = offered[splitColumn]!;
  const firstUpper = Math.ceil(splitValue);
  return { column, firstBinRight: isBeforeSecond ? mirror(firstUpper - 1) : firstUpper };
}
