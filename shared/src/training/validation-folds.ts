import { type FeatureTable, learnableRows } from '../artifacts/feature-table.ts';
import { badInput } from '../platform/churn-error.ts';
import { sha256 } from '../platform/sha256.ts';

/** Indices of rows to fit on and, apart from them, rows to judge the fit by. */
export interface ValidationFold {
  readonly fit: Int32Array;
  readonly judge: Int32Array;
}

export interface ValidationFolds {
  readonly kind: 'forward' | 'hash';
  /** The most telling one last: for `forward` the one that judges the latest rows. */
  readonly folds: readonly ValidationFold[];
  /** By a hash of the customer in either kind: fits as near as possible to the final one, for its calibration. */
  readonly calibrating: readonly ValidationFold[];
  /** All rows that may be learned from, ascending: those of no test. */
  readonly learnable: Int32Array;
}

/** Two thirds of many rows teach nearly as much as three quarters, and a fold less is a fit less: docs/decisions/0023. */
const hashFolds = { ofFew: 4, ofMany: 3 };
const fewRows = 10_000;
const fewestOfAClass = 10;

/**
 * How a family is judged while it is tuned, without a test row. `forward`: fit on the past, judge the next as-of date,
 * for every as-of date whose past is complete (its horizon over); `hash`: four folds by a hash of the customer, three
 * of more than 10,000 rows, by other digits than those that chose the test customers.
 */
export function planValidationFolds(
  table: FeatureTable,
  kind: 'forward' | 'hash',
  horizonDays: number,
): ValidationFolds {
  const learnable = learnableRows(table);
  const isUsable = ({ fit, judge }: ValidationFold) =>
    hasBothClasses(table, fit) && hasBothClasses(table, judge);
  const calibrating = foldsByHash(table, learnable).filter(isUsable);
  const usable = kind === 'hash' ? calibrating : foldsForward(table, learnable, horizonDays).filter(isUsable);
  if (usable.length === 0) {
    throw badInput(
      'no-validation-rows',
      `expected rows to fit on and rows to judge by with at least ${fewestOfAClass} of each outcome, got none: ` +
        'take more data, a shorter horizon or another as-of date',
    );
  }
  return { kind, folds: usable, calibrating, learnable };
}

function foldsByHash(table: FeatureTable, learnable: Int32Array): ValidationFold[] {
  const count = learnable.length > fewRows ? hashFolds.ofMany : hashFolds.ofFew;
  const foldOf = new Map(
    table.customerIds.map((id) => [id, Number.parseInt(sha256(id).slice(8, 14), 16) % count]),
  );
  const isIn = (row: number, fold: number) => foldOf.get(table.customerIds[row]!) === fold;
  return Array.from({ length: count }, (_, fold) => ({
    fit: learnable.filter((row) => !isIn(row, fold)),
    judge: learnable.filter((row) => isIn(row, fold)),
  }));
}

function foldsForward(table: FeatureTable, learnable: Int32Array, horizonDays: number): ValidationFold[] {
  const days = [...new Set(Array.from(learnable, (row) => table.asOfDays[row]!))].sort((a, b) => a - b);
  return days.map((day) => ({
    fit: learnable.filter((row) => table.asOfDays[row]! <= day - horizonDays),
    judge: learnable.filter((row) => table.asOfDays[row]! === day),
  }));
}

function hasBothClasses({ labels }: FeatureTable, rows: Int32Array): boolean {
  const churned = rows.reduce((count, row) => count + labels[row]!, 0);
  return Math.min(churned, rows.length - churned) >= fewestOfAClass;
}
