import { featureList } from './feature-list.ts';
import type { FeatureColumn, FeatureMatrix } from './feature-matrix.ts';

export const mostReasons = 3;

/** Units that the description of a feature does not tell already. */
export const shownUnits: readonly string[] = ['days', 'years', 'currency units'];

/** A feature that raises a customer's risk. */
export interface RiskReason {
  readonly feature: string;
  /** The feature in words, with its value: `time since the last transaction (143 days)`. */
  readonly description: string;
  /** Null where it is missing. */
  readonly value: number | string | null;
  /** `days`, `transactions`, `currency units`, `category`, … */
  readonly unit: string;
  /** What the feature adds to the log-odds of churn, above 0. */
  readonly contribution: number;
}

/**
 * The features that raise the risk of a row most, at most three, strongest first: what a batch of scores and an answer of the
 * API say alike. What speaks for staying is no reason. `contributions` are rowCount × columns, row-major, in the order of
 * the feature list, in log-odds.
 */
export function riskReasons(matrix: FeatureMatrix, contributions: Float64Array, row: number): RiskReason[] {
  const width = matrix.columns.length;
  return Array.from(contributions.subarray(row * width, (row + 1) * width), (raises, index) => ({
    raises,
    index,
  }))
    .filter(({ raises }) => raises > 0)
    .sort((a, b) => b.raises - a.raises || a.index - b.index)
    .slice(0, mostReasons)
    .map(({ raises, index }) => {
      const { name, description, unit } = featureList[index]!;
      const value = valueIn(matrix.columns[index]!, row);
      return {
        feature: name,
        description: `${description} (${valueText(value, unit)})`,
        value,
        unit,
        contribution: raises,
      };
    });
}

function valueIn(column: FeatureColumn, row: number): number | string | null {
  if (column.kind === 'categorical') return column.levels[column.codes[row]!] ?? null;
  const value = column.values[row]!;
  return Number.isNaN(value) ? null : value;
}

function valueText(value: number | string | null, unit: string): string {
  if (value === null) return 'unknown';
  const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
  return shownUnits.includes(unit) ? `${text} ${unit}` : text;
}
