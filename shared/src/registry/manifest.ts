import { z } from 'zod';
import { parseDocument } from '../artifacts/parse-document.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';

/** Files of a registered model; its folder holds these and `manifest.json`, which names them and is written last. */
export const modelFileNames = [
  'model.json',
  'metrics.json',
  'reference.json',
  'golden.json',
  'model-card.md',
] as const;

export type ModelFileName = (typeof modelFileNames)[number];

export const manifestFileName = 'manifest.json';

const manifestSchema = z.strictObject({
  format: z.literal('churn-registered-model'),
  formatVersion: z.literal(1),
  /** SHA-256 of model.json: the name of the model. */
  modelSha256: sha256Schema,
  files: z
    .array(
      z.strictObject({
        name: z.enum(modelFileNames),
        sha256: sha256Schema,
        bytes: z.number().int().nonnegative(),
      }),
    )
    .refine(
      (files) => modelFileNames.every((name, index) => files[index]?.name === name),
      `expected ${modelFileNames.join(', ')}, in this order`,
    ),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export function parseManifest(text: string, where: string): Manifest {
  return parseDocument(manifestSchema, 'manifest', text, where);
}
