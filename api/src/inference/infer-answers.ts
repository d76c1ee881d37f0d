import { z } from 'zod';
import { outputNames } from './infer-request.ts';

/** Answers of the Open Inference Protocol, as it names their fields. */
const tensorMetadataSchema = z.strictObject({
  name: z.string(),
  datatype: z.string(),
  shape: z.array(z.int()).describe('-1: as many as there are customers.'),
});

export const serverMetadataSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  extensions: z.array(z.string()),
});

export const serverLiveSchema = z.strictObject({ live: z.literal(true) });

export const serverReadySchema = z.strictObject({ ready: z.literal(true) });

export const modelReadySchema = z.strictObject({ name: z.string(), ready: z.literal(true) });

export const modelMetadataSchema = z.strictObject({
  name: z.string(),
  versions: z.array(z.string()).describe('SHA-256 of the model being served.'),
  platform: z.string(),
  inputs: z.array(tensorMetadataSchema),
  outputs: z.array(tensorMetadataSchema),
});

export const inferAnswerSchema = z.strictObject({
  model_name: z.string(),
  model_version: z.string().describe('SHA-256 of the model that answered.'),
  id: z.string().optional().describe('That of the request, where it has one.'),
  outputs: z.array(
    z.strictObject({
      name: z.enum(outputNames),
      datatype: z.string(),
      shape: z.array(z.int()),
      data: z.array(z.union([z.number(), z.string()])),
    }),
  ),
});

export type InferAnswer = z.infer<typeof inferAnswerSchema>;

export const inferenceErrorSchema = z.strictObject({ error: z.string() });
