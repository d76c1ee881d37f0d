import { z } from 'zod';
import { logit, sigmoid } from '../metrics/log-odds.ts';

/**
 * A rising map from a model's probability to a calibrated one.
 * `sigmoid`: the logistic function of `slope` · logit(p) + `intercept` (Platt 1999, on log-odds).
 * `isotonic`: straight lines between the points (Zadrozny, Elkan 2002), level before the first and after the last.
 */
export const calibrationSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({
    method: z.literal('sigmoid'),
    slope: z.number().positive(),
    intercept: z.number(),
  }),
  z
    .strictObject({
      method: z.literal('isotonic'),
      /** Ascending. */
      from: z.array(z.number()).min(1),
      /** Not descending, in (0, 1). */
      to: z.array(z.number().gt(0).lt(1)).min(1),
    })
    .refine(({ from, to }) => from.length === to.length && isAscending(from) && isAscending(to), {
      message: 'expected as many points from as to, both ascending',
    }),
]);

export type Calibration = Readonly<z.infer<typeof calibrationSchema>>;

/** Calibrated probabilities, one each; within (0, 1) except for `none`. */
export function calibrate(calibration: Calibration, probabilities: Float64Array): Float64Array {
  if (calibration.method === 'none') return probabilities;
  if (calibration.method === 'sigmoid') {
    const { slope, intercept } = calibration;
    return probabilities.map((probability) => sigmoid(slope * logit(probability) + intercept));
  }
  const { from, to } = calibration;
  return probabilities.map((probability) => interpolate(from, to, probability));
}

function interpolate(from: readonly number[], to: readonly number[], value: number): number {
  let after = 0;
  while (after < from.length && from[after]! <= value) after += 1;
  if (after === 0) return to[0]!;
  if (after === from.length) return to.at(-1)!;
  const [x0, x1, y0, y1] = [from[after - 1]!, from[after]!, to[after - 1]!, to[after]!];
  return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= numbers[index - 1]!);
}
