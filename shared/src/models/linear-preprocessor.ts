import { z } from 'zod';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import { isConstant, meanAndScale } from './mean-and-scale.ts';
import { encode, fitOneHotEncoder, minimumRowsOfLevel, oneHotEncoderSchema } from './one-hot-encoder.ts';
import { isTamedBySignLog, signLog } from './sign-log.ts';

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
 * that is constant in training says nothing and is left out; so only what was missing there has a term for that.
 */
export function fitLinearPreprocessor(matrix: FeatureMatrix): LinearPreprocessor {
  const encoder = fitOneHotEncoder(matrix, minimumRowsOfLevel);
  const columns = encode(encoder, matrix);
  const inputs = columns.map((values, index) => fitInput(values, encoder.columns[index]!.kind === 'numeric'));
  const terms = inputs.flatMap((input, column) => {
    const takes: Term['take'][] = ['value', 'missing'];
    return takes.flatMap((take): Term[] => {
      const term = { column, take, mean: 0, scale: 1 };
      const values = valuesOfTerm(term, input, columns[column]!);
      return isConstant(values) ? [] : [{ ...term, ...meanAndScale(values) }];
    });
  });
  return { encoder, inputs, terms };
}

/** One column for each term; mean 0 and standard deviation 1 over the rows learned from. */
export function preprocess(
  { encoder, inputs, terms }: LinearPreprocessor,
  matrix: FeatureMatrix,
): Float64Array[] {
  const columns = encode(encoder, matrix);
  return terms.map((term) => valuesOfTerm(term, inputs[term.column]!, columns[term.column]!));
}

function fitInput(values: Float32Array, isNumeric: boolean): Input {
  const present = new Float64Array(values.filter((value) => !Number.isNaN(value)));
  const isLogged = isNumeric && isTamedBySignLog(present);
  const middle = median(isLogged ? present.map(signLog) : present);
  const input = { signLog: isLogged, median: middle, mean: 0, scale: 1 };
  const imputed = valuesOfTerm({ take: 'value', mean: 0, scale: 1 }, input, values);
  return { ...input, ...meanAndScale(imputed) };
}

function valuesOfTerm(
  { take, mean, scale }: Omit<Term, 'column'>,
  input: Input,
  values: Float32Array,
): Float64Array {
  const terms = new Float64Array(values.length);
  for (let row = 0; row < terms.length; row++) {
    terms[row] = (takenFrom(take, input, values[row]!) - mean) / scale;
  }
  return terms;
}

function takenFrom(take: Term['take'], input: Input, value: number): number {
  const isMissing = Number.isNaN(value);
  if (take === 'missing') return isMissing ? 1 : 0;
  const number = isMissing ? input.median : input.signLog ? signLog(value) : value;
  return (number - input.mean) / input.scale;
}

/** 0 for no values. */
function median(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
