import type { Slice } from '../artifacts/evaluation-document.ts';
import type { FeatureColumn, FeatureMatrix } from '../features/feature-matrix.ts';
import { rocAuc } from '../metrics/roc-auc.ts';

/** Days from which a tenure band starts, and its name. */
const tenureBands = [
  { from: 0, name: 'under half a year' },
  { from: 183, name: 'half a year to a year' },
  { from: 365, name: 'one to two years' },
  { from: 730, name: 'two years and more' },
] as const;

/** Years of age from which a band starts, and its name. */
const ageBands = [
  { from: 0, name: 'under 30' },
  { from: 30, name: '30 to 44' },
  { from: 45, name: '45 to 59' },
  { from: 60, name: '60 and over' },
] as const;

/** Slices with fewer rows are left out: their figures would be chance. */
const fewestRows = 30;
const mostSlicesOfAKind = 12;
const unknown = 'unknown';

/** How well probabilities hold for parts of the customers: by region, age and gender, by tenure, by the service used most. Largest first. */
export function measureSlices(
  matrix: FeatureMatrix,
  labels: Uint8Array,
  probabilities: Float64Array,
): readonly Slice[] {
  const kinds = [
    { by: 'region', nameOf: categoryOf(matrix, 'region') },
    { by: 'age', nameOf: bandOf(matrix, 'age', ageBands) },
    { by: 'gender', nameOf: categoryOf(matrix, 'gender') },
    { by: 'tenure', nameOf: bandOf(matrix, 'tenure_days', tenureBands) },
    { by: 'top service', nameOf: categoryOf(matrix, 'top_service') },
  ];
  return kinds.flatMap(({ by, nameOf }) => {
    const rowsOf = Map.groupBy(
      Array.from({ length: matrix.rowCount }, (_, row) => row),
      nameOf,
    );
    // A column that the export lacks would give all rows once more.
    if (rowsOf.size === 1 && rowsOf.has(unknown)) return [];
    return [...rowsOf]
      .filter(([, rows]) => rows.length >= fewestRows)
      .sort(([a, rowsA], [b, rowsB]) => rowsB.length - rowsA.length || (a < b ? -1 : 1))
      .slice(0, mostSlicesOfAKind)
      .map(([name, rows]) => measureSlice(by, name, rows, labels, probabilities));
  });
}

function measureSlice(
  by: string,
  name: string,
  rows: readonly number[],
  labels: Uint8Array,
  probabilities: Float64Array,
): Slice {
  const sliceLabels = Uint8Array.from(rows, (row) => labels[row]!);
  const sliceProbabilities = Float64Array.from(rows, (row) => probabilities[row]!);
  return {
    by,
    name,
    rows: rows.length,
    churned: sliceLabels.reduce((sum, label) => sum + label, 0),
    meanProbability: sliceProbabilities.reduce((sum, value) => sum + value, 0) / rows.length,
    rocAuc: rocAuc(sliceLabels, sliceProbabilities),
  };
}

function columnNamed(matrix: FeatureMatrix, name: string): FeatureColumn | undefined {
  return matrix.columns.find((column) => column.name === name);
}

function categoryOf(matrix: FeatureMatrix, name: string): (row: number) => string {
  const column = columnNamed(matrix, name);
  return (row) => (column?.kind === 'categorical' ? (column.levels[column.codes[row]!] ?? unknown) : unknown);
}

function bandOf(
  matrix: FeatureMatrix,
  name: string,
  bands: readonly { readonly from: number; readonly name: string }[],
): (row: number) => string {
  const column = columnNamed(matrix, name);
  return (row) => {
    const value = column?.kind === 'numeric' ? column.values[row]! : Number.NaN;
    return bands.findLast(({ from }) => value >= from)?.name ?? unknown;
  };
}
