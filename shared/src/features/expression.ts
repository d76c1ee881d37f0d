import type { Measure } from './measure.ts';

/**
 * A scalar formula in double precision. Only operations that IEEE 754 defines exactly are allowed: the same
 * operations in the same order give the same bits in every engine. Logarithms and powers differ between libraries,
 * so models that want them take them themselves.
 */
export type Expression =
  | { readonly measure: Measure }
  | { readonly constant: number }
  | {
      readonly operation: 'add' | 'subtract' | 'multiply' | 'divide';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly operation: 'square-root'; readonly of: Expression };

export const constant = (value: number): Expression => ({ constant: value });

export const add = (left: Expression, right: Expression): Expression => ({ operation: 'add', left, right });

export const subtract = (left: Expression, right: Expression): Expression => ({
  operation: 'subtract',
  left,
  right,
});

export const multiply = (left: Expression, right: Expression): Expression => ({
  operation: 'multiply',
  left,
  right,
});

/** Null where `right` is zero. */
export const divide = (left: Expression, right: Expression): Expression => ({
  operation: 'divide',
  left,
  right,
});

/** @internal Tests make expressions of it. */
export const squareRoot = (of: Expression): Expression => ({ operation: 'square-root', of });

/** Sample standard deviation from n and n·Σx² − (Σx)²; null for fewer than two values. */
export const standardDeviation = (spread: Expression, count: Expression): Expression =>
  squareRoot(divide(spread, multiply(count, subtract(count, constant(1)))));

/** Hundredths as currency units. */
export const inCurrencyUnits = (hundredths: Expression): Expression => divide(hundredths, constant(100));
