import type { Expression } from './expression.ts';
import { measureName } from './measure.ts';

const signs = { add: '+', subtract: '−', multiply: '×', divide: '/' } as const;

/** The formula for readers, over the names of its measures: `transactions_30 / (transactions_60 − transactions_30)`. */
export function expressionText(expression: Expression): string {
  if ('measure' in expression) return measureName(expression.measure);
  if ('constant' in expression) return String(expression.constant);
  if (expression.operation === 'square-root') return `√(${expressionText(expression.of)})`;
  const { operation, left, right } = expression;
  return `${operand(left, operation)} ${signs[operation]} ${operand(right, operation)}`;
}

/** Parentheses wherever the order of operations could be read in two ways. */
function operand(expression: Expression, under: keyof typeof signs): string {
  const text = expressionText(expression);
  if (!('operation' in expression) || expression.operation === 'square-root') return text;
  const isSum = expression.operation === 'add' || expression.operation === 'subtract';
  const isQuotient = expression.operation === 'divide';
  const isAmbiguous = {
    add: false,
    subtract: isSum,
    multiply: isSum || isQuotient,
    divide: true,
  }[under];
  return isAmbiguous ? `(${text})` : text;
}
