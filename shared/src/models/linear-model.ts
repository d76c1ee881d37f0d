import { z } from 'zod';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import { sigmoid } from '../metrics/log-odds.ts';
import { badInput } from '../platform/churn-error.ts';
import type { JsonValue } from '../schema/json-value.ts';
import { type LinearPreprocessor, linearPreprocessorSchema, preprocess } from './linear-preprocessor.ts';
import type { Model } from './model.ts';

/** Margin = intercept + Σ coefficient · term; the terms are standardised, so the intercept is the margin of average customers. */
const linearModelSchema = z
  .strictObject({
    preprocessor: linearPreprocessorSchema,
    intercept: z.number(),
    coefficients: z.array(z.number()),
  })
  .refine(({ preprocessor, coefficients }) => preprocessor.terms.length === coefficients.length, {
    message: 'expected one coefficient for each term',
  });

/** A fitted logistic regression, served without the library that fitted it. */
export function createLinearModel(
  preprocessor: LinearPreprocessor,
  intercept: number,
  coefficients: readonly number[],
): Model {
  const sources = preprocessor.terms.map(({ column }) => preprocessor.encoder.columns[column]!.source);
  const margins = (matrix: FeatureMatrix) => {
    const sums = new Float64Array(matrix.rowCount).fill(intercept);
    for (const [index, values] of preprocess(preprocessor, matrix).entries()) {
      const coefficient = coefficients[index]!;
      for (let row = 0; row < sums.length; row++) sums[row]! += coefficient * values[row]!;
    }
    return sums;
  };
  return {
    family: 'logistic-regression',
    predictProbability: (matrix) => margins(matrix).map(sigmoid),
    explain: (matrix) => {
      const width = matrix.columns.length;
      const contributions = new Float64Array(matrix.rowCount * width);
      for (const [index, values] of preprocess(preprocessor, matrix).entries()) {
        for (let row = 0; row < matrix.rowCount; row++) {
          contributions[row * width + sources[index]!]! += coefficients[index]! * values[row]!;
        }
      }
      return { base: intercept, values: contributions };
    },
    toArtifact: () => ({ preprocessor: preprocessor as JsonValue, intercept, coefficients }),
  };
}

/** The inverse of `toArtifact()`; a damaged document is refused (`model-invalid`). */
export function loadLinearModel(artifact: JsonValue): Model {
  const parsed = linearModelSchema.safeParse(artifact);
  if (!parsed.success) {
    throw badInput(
      'model-invalid',
      `expected a logistic regression of finite numbers, got: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { preprocessor, intercept, coefficients } = parsed.data;
  return createLinearModel(preprocessor, intercept, coefficients);
}
