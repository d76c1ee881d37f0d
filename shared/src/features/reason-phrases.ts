import type { FeatureDeclaration } from './feature-declaration.ts';
import { featureList } from './feature-list.ts';
import type { FeatureColumn, FeatureMatrix } from './feature-matrix.ts';

const shownUnits = ['days', 'years', 'currency units'];

/**
 * The features that raise a row's risk most, as phrases with their values: `time since the last transaction (143 days)`.
 * `contributions` are rowCount × columns, row-major, in the order of the feature list, in log-odds.
 */
export function reasonPhrases(
  matrix: FeatureMatrix,
  contributions: Float64Array,
  row: number,
  count: number,
): string[] {
  const width = matrix.columns.length;
  return Array.from(contributions.subarray(row * width, (row + 1) * width), (raises, index) => ({
    raises,
    index,
  }))
    .filter(({ raises }) => raises > 0)
    .sort((a, b) => b.raises - a.raises || a.index - b.index)
    .slice(0, count)
    .map(({ index }) => reasonPhrase(matrix, row, index));
}

/** A feature with its value in the row, in words: what a batch of scores and an answer of the API say alike. `index` is in the order of the feature list. */
export function reasonPhrase(matrix: FeatureMatrix, row: number, index: number): string {
  return phrase(featureList[index]!, matrix.columns[index]!, row);
}

function phrase({ description, unit }: FeatureDeclaration, column: FeatureColumn, row: number): string {
  const value = valueText(column, row);
  return `${description} (${value !== undefined && shownUnits.includes(unit) ? `${value} ${unit}` : (value ?? 'unknown')})`;
}

function valueText(column: FeatureColumn, row: number): string | undefined {
  if (column.kind === 'categorical') return column.levels[column.codes[row]!];
  const value = column.values[row]!;
  if (Number.isNaN(value)) return undefined;
  return String(Math.round(value * 100) / 100);
}
