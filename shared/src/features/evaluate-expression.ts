import type { Expression } from './expression.ts';
import type { Measure } from './measure.ts';

/** The value of a formula, null where an input is null or a divisor is zero. */
export function evaluateExpression(
  expression: Expression,
  measured: (measure: Measure) => number | null,
): number | null {
  if ('measure' in expression) return measured(expression.measure);
  if ('constant' in expression) return expression.constant;
  if (expression.operation === 'square-root') {
    const value = evaluateExpression(expression.of, measured);
    return value === null ? null : Math.sqrt(value);
  }
  const left = evaluateExpression(expression.left, measured);
  const right = evaluateExpression(expression.right, measured);
  if (left === null || right === null) return null;
  switch (expression.operation) {
    case 'add':
      return left + right;
    case 'subtract':
      return left - right;
    case 'multiply':
      return left * right;
    case 'divide':
      return right === 0 ? null : left / right;
  }
}
