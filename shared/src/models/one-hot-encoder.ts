import { z } from 'zod';
import type { FeatureColumn, FeatureMatrix } from '../features/feature-matrix.ts';
import { badInput } from '../platform/churn-error.ts';

/** A level in fewer rows than this says nothing that a model could trust. */
export const minimumRowsOfLevel = 20;

/** One encoded column: a numeric feature as it is, or "the category of feature `source` is `level`" as 0 or 1. */
const encodedColumnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('numeric'), source: z.number().int().nonnegative() }),
  z.strictObject({
    kind: z.literal('level'),
    source: z.number().int().nonnegative(),
    level: z.string(),
  }),
]);

export const oneHotEncoderSchema = z
  .strictObject({
    columns: z.array(encodedColumnSchema),
    /** Names of the feature columns fitted on, by position. */
    names: z.array(z.string()),
  })
  .refine(({ columns, names }) => columns.every(({ source }) => source < names.length), {
    message: 'every encoded column must come from one of the feature columns',
  });

export type OneHotEncoder = Readonly<z.infer<typeof oneHotEncoderSchema>>;

/**
 * Decides which columns a matrix becomes: numeric features stay one column, each level of a categorical feature
 * that stands in at least `minimumRows` rows gets an indicator. Rarer levels, levels never seen and missing
 * categories share the code "all indicators 0".
 */
export function fitOneHotEncoder(matrix: FeatureMatrix, minimumRows: number): OneHotEncoder {
  return {
    names: matrix.columns.map(({ name }) => name),
    columns: matrix.columns.flatMap((column, source): OneHotEncoder['columns'] =>
      column.kind === 'numeric'
        ? [{ kind: 'numeric', source }]
        : frequentLevels(column, minimumRows).map((level) => ({ kind: 'level', source, level })),
    ),
  };
}

/**
 * Encodes rows of the same feature columns the encoder was fitted on. Columns of numbers only, as tree libraries take them:
 * rounded to 32-bit floats, NaN where a numeric feature is missing.
 */
export function encode(encoder: OneHotEncoder, matrix: FeatureMatrix): Float32Array[] {
  requireSameColumns(encoder, matrix);
  return encoder.columns.map((encoded) => {
    const column = matrix.columns[encoded.source]!;
    if (encoded.kind === 'level') return indicator(column, encoded.level);
    if (column.kind === 'numeric') return Float32Array.from(column.values);
    throw badInput('features-mismatch', `expected feature "${column.name}" to be numeric, got categories`);
  });
}

function frequentLevels(
  column: Extract<FeatureColumn, { kind: 'categorical' }>,
  minimumRows: number,
): string[] {
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]! += 1;
  return column.levels.filter((_level, code) => counts[code]! >= minimumRows).sort();
}

function indicator(column: FeatureColumn, level: string): Float32Array {
  if (column.kind !== 'categorical') {
    throw badInput('features-mismatch', `expected feature "${column.name}" to be categories, got numbers`);
  }
  const code = column.levels.indexOf(level);
  const values = new Float32Array(column.codes.length);
  if (code >= 0)
    for (let row = 0; row < values.length; row++) if (column.codes[row] === code) values[row] = 1;
  return values;
}

function requireSameColumns(encoder: OneHotEncoder, matrix: FeatureMatrix): void {
  const names = matrix.columns.map(({ name }) => name);
  const position = encoder.names.findIndex((name, index) => name !== names[index]);
  if (position >= 0 || names.length !== encoder.names.length) {
    const at = position >= 0 ? position : encoder.names.length;
    throw badInput(
      'features-mismatch',
      `expected ${encoder.names.length} features with "${encoder.names[at] ?? 'nothing'}" at position ${at}, got ${names.length} with "${names[at] ?? 'nothing'}" there`,
    );
  }
}
