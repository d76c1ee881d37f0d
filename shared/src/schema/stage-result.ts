import { z } from 'zod';
import type { JsonValue } from './json-value.ts';
import { stageNames } from './stage-name.ts';

/** A durable file of the data directory, named by its content. */
export const artifactSchema = z.strictObject({
  /** What the file is to its stage: `customers`, `quarantine`, `features`, `model`, … */
  role: z.string(),
  /** Relative to the data directory, with forward slashes. */
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  /** Data rows (without a header); null where the file is not a table. */
  rows: z.number().int().nonnegative().nullable(),
});

export type Artifact = Readonly<z.infer<typeof artifactSchema>>;

export const stageResultSchema = z.strictObject({
  stage: z.enum(stageNames),
  run: z.string(),
  status: z.enum(['done', 'cached', 'skipped', 'refused', 'failed']),
  inputs: z.array(artifactSchema),
  outputs: z.array(artifactSchema),
  metrics: z.record(z.string(), z.custom<JsonValue>()),
  warnings: z.array(z.string()),
  /** Only where status is refused or failed: one sentence, and one line for each further reason. */
  error: z.strictObject({ code: z.string(), message: z.string(), details: z.array(z.string()) }).optional(),
  durationMs: z.number().nonnegative(),
  peakRssBytes: z.number().nonnegative(),
  version: z.string(),
});

/** The one line a stage prints, and the record it leaves in `runs/<run-id>/<stage>/result.json`. */
export type StageResult = Readonly<z.infer<typeof stageResultSchema>>;
