import { arrayInterface } from './array-interface.ts';
import type { DMatrix } from './dmatrix.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

type Derivative = Float32Array | Float64Array;

/** One round of boosting with first and second derivatives of the loss, finite and one for each row, or row and class. */
export function trainWithGradient(
  booster: Handle,
  { numRow, pointer }: DMatrix,
  iteration: number,
  grad: Derivative,
  hess: Derivative,
): void {
  const width = grad.length / numRow;
  if (grad.length === 0 || !Number.isInteger(width) || hess.length !== grad.length) {
    throw new XGBoostError(
      `expected gradient and hessian for each of ${numRow} rows, got ${grad.length} and ${hess.length}`,
    );
  }
  const strange = grad.findIndex((first, at) => !Number.isFinite(first + hess[at]!));
  if (strange >= 0) {
    throw new XGBoostError(
      `expected finite gradients, got ${grad[strange]} and ${hess[strange]} at ${strange}`,
    );
  }
  const [first, second] = [grad, hess].map((values) => arrayInterface(values, [numRow, width]));
  call('XGBoosterTrainOneIter', booster, pointer, iteration, first, second);
}
