import { z } from 'zod';
import { parseDocument } from '../artifacts/parse-document.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';

/** Files of every registered model; its folder holds these and `manifest.json`, which names them and is written last. */
export const modelFileNames = [
  'model.json',
  'metrics.json',
  'reference.json',
  'golden.json',
  'model-card.md',
] as const;

/** Besides, where the model was fitted again after it was measured: the one that was measured. */
export const evaluatedModelFileName = 'evaluated-model.json';

export type ModelFileName = (typeof modelFileNames)[number];
export type RegisteredFileName = ModelFileName | typeof evaluatedModelFileName;

const fileNames = [...modelFileNames, evaluatedModelFileName] as const;

export const manifestFileName = 'manifest.json';

const manifestSchema = z.strictObject({
  format: z.literal('churn-registered-model'),
  formatVersion: z.literal(1),
  /** SHA-256 of model.json: the name of the model. */
  modelSha256: sha256Schema,
  files: z
    .array(
      z.strictObject({
        name: z.enum(fileNames),
        sha256: sha256Schema,
        bytes: z.number().int().nonnegative(),
      }),
    )
    .refine(
      (files) =>
        files.length >= modelFileNames.length && files.every(({ name }, index) => name === fileNames[index]),
      `expected ${modelFileNames.join(', ')} and perhaps ${evaluatedModelFileName}, in this order`,
    ),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export function parseManifest(text: string, where: string): Manifest {
  return parseDocument(manifestSchema, 'manifest', text, where);
}
