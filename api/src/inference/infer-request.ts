import { featureList } from '@churn/shared/features/feature-list';
import { z } from 'zod';
import { strictFields } from '../validation/strict-fields.ts';

/** Of the model: what an answer holds, in this order. */
export const outputNames = ['probability', 'decision'] as const;

export type OutputName = (typeof outputNames)[number];

/** Datatypes that a tensor may have for numbers; texts are `BYTES`. */
export const numericDatatypes = ['FP64', 'FP32', 'INT64', 'INT32'];

const expectedName = 'the name of a tensor';
const expectedShape = 'a shape [n] or [n, 1] with n from 1';
const expectedOutput = `an output of the model: ${outputNames.join(', ')}`;
const expectedInputs = `a list of tensors, one for each of the ${featureList.length} features`;
const expectedOutputs = `a list of at most ${outputNames.length} outputs`;
const parameters = z
  .record(z.string(), z.unknown(), 'an object')
  .optional()
  .describe('Passed over: no parameters are defined.');

const tensorSchema = strictFields({
  name: z.string(expectedName).describe('A feature; the metadata of the model names them.'),
  shape: z
    .array(z.int(expectedShape).min(0, expectedShape), expectedShape)
    .max(2, expectedShape)
    .refine(([rows = 0, width = 1, ...more]) => rows > 0 && width === 1 && more.length === 0, expectedShape)
    .describe('[n] or [n, 1], of n customers.'),
  datatype: z.string('a datatype').describe(`Of a number ${numericDatatypes.join(', ')}; of a text BYTES.`),
  parameters,
  data: z
    .array(z.unknown(), 'a list of values')
    .describe('A value for each customer, null where it is missing; [n, 1] may be nested.'),
});

export type Tensor = z.infer<typeof tensorSchema>;

/** The `$inference_request` of the Open Inference Protocol: a tensor for each feature, all of as many customers. */
export const inferRequestSchema = strictFields({
  id: z
    .string('text')
    .max(200, 'text of at most 200 characters')
    .optional()
    .describe('Repeated in the answer.'),
  parameters,
  inputs: z.array(tensorSchema, expectedInputs).max(featureList.length, expectedInputs),
  outputs: z
    .array(strictFields({ name: z.enum(outputNames, expectedOutput), parameters }), expectedOutputs)
    .max(outputNames.length, expectedOutputs)
    .optional()
    .describe('Which outputs are wanted; all where there is no such list.'),
});

export type InferRequest = z.infer<typeof inferRequestSchema>;
