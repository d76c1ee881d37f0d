import { z } from 'zod';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import { presentValues } from '../features/present-values.ts';
import { isConstant, type MeanAndScale, meanAndScale } from './mean-and-scale.ts';
import { median } from './median.ts';
import { encode, fitOneHotEncoder, minimumRowsOfLevel, oneHotEncoderSchema } from './one-hot-encoder.ts';
import { isTamed, signLog, signLogs } from './sign-log.ts';

const meanAndScaleSchema = { mean: z.number(), scale: z.number().positive() };

/** How features become the terms of a linear model: encode, tame long tails, impute, standardise. */
export const linearPreprocessorSchema = z
  .strictObject({
    encoder: oneHotEncoderSchema,
    /** One for each encoded column: its number or the number's sign-log, the median where it is missing, standardised. */
    inputs: z.array(z.strictObject({ signLog: z.boolean(), median: z.number(), ...meanAndScaleSchema })),
    /** The standardised number of an encoded column, or 1 where it was missing; standardised in turn. */
    terms: z.array(
      z.strictObject({
        column: z.number().int().nonnegative(),
        take: z.enum(['value', 'missing']),
        ...meanAndScaleSchema,
      }),
    ),
  })
  .refine(({ encoder, inputs }) => encoder.columns.length === inputs.length, {
    message: 'expected one input for each encoded column',
  })
  .refine(({ inputs, terms }) => terms.every(({ column }) => column < inputs.length), {
    message: 'expected each term to come from an encoded column',
  });

export type LinearPreprocessor = Readonly<z.infer<typeof linearPreprocessorSchema>>;
type Input = LinearPreprocessor['inputs'][number];
type Term = LinearPreprocessor['terms'][number];

/**
 * Learns from training rows which numbers the sign-log makes less skewed, medians, means and standard deviations. A term
 * that is constant in training says nothing and is left out; so only what was missing there has a term for that. The
 * columns are those that `preprocess` makes of these rows, by the way.
 */
export function fitLinearPreprocessor(matrix: FeatureMatrix): {
  readonly preprocessor: LinearPreprocessor;
  readonly columns: readonly Float64Array[];
} {
  const encoder = fitOneHotEncoder(matrix, minimumRowsOfLevel);
  const inputs: Input[] = [];
  const terms: Term[] = [];
  const columns: Float64Array[] = [];
  for (const [column, values] of encode(encoder, matrix).entries()) {
    const { input, numbers } = fitInput(values, encoder.columns[column]!.kind === 'numeric');
    inputs.push(input);
    const takes = { value: standardised(numbers, input), missing: missingOf(values) };
    for (const take of ['value', 'missing'] as const) {
      const taken = takes[take];
      if (isConstant(taken)) continue;
      const term: Term = { column, take, ...meanAndScale(taken) };
      terms.push(term);
      columns.push(standardised(taken, term));
    }
  }
  return { preprocessor: { encoder, inputs, terms }, columns };
}

/** One column for each term; mean 0 and standard deviation 1 over the rows learned from. */
export function preprocess(
  { encoder, inputs, terms }: LinearPreprocessor,
  matrix: FeatureMatrix,
): Float64Array[] {
  const columns = encode(encoder, matrix);
  return terms.map((term) => valuesOfTerm(term, inputs[term.column]!, columns[term.column]!));
}

/** What is learned from a column, and its numbers as `numbersOf` would give them. */
function fitInput(
  values: Float32Array,
  isNumeric: boolean,
): { readonly input: Input; readonly numbers: Float64Array } {
  const present = new Float64Array(presentValues(values));
  const logged = isNumeric ? signLogs(present) : present;
  const isLogged = isNumeric && isTamed(present, logged);
  const known = isLogged ? logged : present;
  const middle = median(known);
  const numbers = new Float64Array(values.length);
  for (let row = 0, place = 0; row < numbers.length; row++) {
    numbers[row] = Number.isNaN(values[row]!) ? middle : known[place++]!;
  }
  return { input: { signLog: isLogged, median: middle, ...meanAndScale(numbers) }, numbers };
}

function valuesOfTerm(term: Term, input: Input, values: Float32Array): Float64Array {
  const taken = term.take === 'missing' ? missingOf(values) : standardised(numbersOf(values, input), input);
  return standardised(taken, term);
}

function numbersOf(values: Float32Array, { signLog: isLogged, median: middle }: Input): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row++) {
    const value = values[row]!;
    numbers[row] = Number.isNaN(value) ? middle : isLogged ? signLog(value) : value;
  }
  return numbers;
}

function missingOf(values: Float32Array): Float64Array {
  const indicators = new Float64Array(values.length);
  for (let row = 0; row < indicators.length; row++) if (Number.isNaN(values[row]!)) indicators[row] = 1;
  return indicators;
}

/** In place. */
function standardised(numbers: Float64Array, { mean, scale }: MeanAndScale): Float64Array {
  for (let row = 0; row < numbers.length; row++) numbers[row] = (numbers[row]! - mean) / scale;
  return numbers;
}
