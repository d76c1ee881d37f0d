import { DecisionTreeRegression, type TreeNode } from 'ml-cart';
import { Matrix } from 'ml-matrix';
import { type BinnedTree, cutTree, growTree } from '../../src/models/grow-tree.ts';
import { rankColumns } from '../../src/models/rank-columns.ts';
import { grownTree } from '../../src/models/remember-trees.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

const rowCount = 3000;

/** Those who stay first; the more of the first four columns are high, the more leave. Every bin has some of both. */
function customers(seed: number): { bins: Uint8Array[]; labels: Uint8Array } {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: rowCount }, (_, row) => (row < 0.7 * rowCount ? 0 : 1));
  const bins = Array.from({ length: 7 }, (_, column) =>
    Uint8Array.from(labels, (label) => {
      const shift = column < 4 ? label * (4 - column) : 0;
      return Math.min(12, random.integer(1, 12) + shift);
    }),
  );
  return { bins, labels };
}

type Nested = null | { column: number; firstBinRight: number; left: Nested; right: Nested };

function nested({ split }: BinnedTree): Nested {
  return split && { ...split, left: nested(split.left), right: nested(split.right) };
}

function nestedOfLibrary({ left, right, splitColumn, splitValue }: TreeNode): Nested {
  if (left === undefined || right === undefined) return null;
  return {
    column: splitColumn!,
    firstBinRight: Math.ceil(splitValue!),
    left: nestedOfLibrary(left),
    right: nestedOfLibrary(right),
  };
}

test.each([1, 2, 3])(
  'the tree is the one that the library grows when offered all columns (seed %i)',
  (seed) => {
    const { bins, labels } = customers(seed);
    const limits = { maxDepth: 4, minimumRowsToSplit: 300 };
    const library = new DecisionTreeRegression({ maxDepth: 4, minNumSamples: 299 });
    library.train(new Matrix(Array.from(labels, (_, row) => bins.map((values) => values[row]!))), [
      ...labels,
    ]);
    const tree = nested(growTree(bins, labels, limits));
    expect(tree).toEqual(nestedOfLibrary(library.root));
    expect(tree!.left ?? tree!.right).not.toBeNull();
  },
);

test.each([
  { maxDepth: 3, minimumRowsToSplit: 20 },
  { maxDepth: 7, minimumRowsToSplit: 400 },
  { maxDepth: 0, minimumRowsToSplit: 20 },
])('cut to $maxDepth levels and $minimumRowsToSplit rows the widest tree is the one grown so', (limits) => {
  const { bins, labels } = customers(4);
  const widest = growTree(bins, labels, { maxDepth: 7, minimumRowsToSplit: 20 });
  expect(cutTree(widest, limits)).toEqual(growTree(bins, labels, limits));
});

test('columns are ranked by the squared error that their best place leaves', () => {
  const labels = Uint8Array.of(0, 0, 0, 1, 1);
  const constant = Uint8Array.of(3, 3, 3, 3, 3);
  const perfect = Uint8Array.of(1, 2, 3, 4, 5);
  const fair = Uint8Array.of(1, 1, 2, 1, 2);
  const ranked = rankColumns([constant, fair, perfect], labels, Int32Array.of(0, 1, 2, 3, 4), 1);
  expect(ranked.map(({ column }) => column)).toEqual([2, 1]);
  // Σ churned² / rows: 2²/2 behind bin 3; 1²/3 + 1²/2 beside bin 1.
  expect(ranked.map(({ score }) => score)).toEqual([2, 1 / 3 + 1 / 2]);
});

test('a tree is grown once for equal rows, labels and limits', async () => {
  const { bins, labels } = customers(5);
  const columns = bins.map((values) => Float32Array.from(values));
  const task = { columns, labels, limits: { maxDepth: 2, minimumRowsToSplit: 20 }, seed: 1 };
  const first = await grownTree(task, undefined);
  expect(await grownTree({ ...task, columns: columns.map((column) => column.slice()) }, undefined)).toBe(
    first,
  );
  const others = await grownTree({ ...task, labels: labels.map((label) => 1 - label) }, undefined);
  expect(others).not.toBe(first);
});
