import type { Expression } from './expression.ts';
import { measureName } from './measure.ts';

const operators = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/** The formula in SQL, operation by operation as `evaluateExpression` does it, over columns named as its measures. */
export function expressionSql(expression: Expression): string {
  if ('measure' in expression) return `CAST(${measureName(expression.measure)} AS DOUBLE)`;
  if ('constant' in expression) return `CAST(${expression.constant} AS DOUBLE)`;
  if (expression.operation === 'square-root') return `SQRT(${expressionSql(expression.of)})`;
  const left = expressionSql(expression.left);
  const right = expressionSql(expression.right);
  const mayBeZero = !('constant' in expression.right) || expression.right.constant === 0;
  if (expression.operation === 'divide' && mayBeZero)
    return `(${left} / NULLIF(${right}, CAST(0 AS DOUBLE)))`;
  return `(${left} ${operators[expression.operation]} ${right})`;
}
