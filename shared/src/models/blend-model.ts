import { z } from 'zod';
import { type Calibration, calibrate, calibrationSchema } from '../calibration/calibration.ts';
import { logit, sigmoid } from '../metrics/log-odds.ts';
import { badInput } from '../platform/churn-error.ts';
import type { JsonValue } from '../schema/json-value.ts';
import { type SingleFamilyName, singleFamilyNames } from '../schema/model-family-name.ts';
import { loadSingleModel } from './load-single-model.ts';
import type { Model } from './model.ts';

const blendSchema = z
  .strictObject({
    members: z
      .array(
        z.strictObject({
          family: z.enum(singleFamilyNames),
          /** Of the member's own document; of a blend that was fitted again, that of the member as it was measured. */
          modelSha256: z.string(),
          weight: z.number().positive().max(1),
          calibration: calibrationSchema,
          parameters: z.custom<JsonValue>((value) => value !== undefined),
        }),
      )
      .min(1),
  })
  .refine(({ members }) => Math.abs(members.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9, {
    message: 'expected weights that sum to 1',
  });

/** A model that a blend is made of, with all that it needs to answer. */
export interface BlendMember {
  readonly family: SingleFamilyName;
  readonly modelSha256: string;
  /** Above 0; those of all members sum to 1. */
  readonly weight: number;
  readonly calibration: Calibration;
  /** `Model.toArtifact()` of the family. */
  readonly parameters: JsonValue;
}

/**
 * Several models as one: its log-odds are the weighted mean of the members' calibrated log-odds (the logarithmic opinion
 * pool; Genest, Zidek 1986). Contributions are the members' own, weighted, so they sum to the blend's log-odds exactly; only
 * where a member has an isotonic calibration, which no line describes, are they those before it.
 */
export function createBlendModel(members: readonly BlendMember[]): Model {
  const parts = members.map((member) => ({
    ...member,
    model: loadSingleModel(member.family, member.parameters),
    line: logOddsLine(member.calibration),
  }));
  return {
    family: 'blend',
    predictProbability: (matrix) => {
      const logOdds = new Float64Array(matrix.rowCount);
      for (const { model, calibration, weight } of parts) {
        const calibrated = calibrate(calibration, model.predictProbability(matrix));
        for (let row = 0; row < logOdds.length; row++) logOdds[row]! += weight * logit(calibrated[row]!);
      }
      return logOdds.map(sigmoid);
    },
    explain: (matrix) => {
      let base = 0;
      const values = new Float64Array(matrix.rowCount * matrix.columns.length);
      for (const { model, line, weight } of parts) {
        const explained = model.explain(matrix);
        base += weight * (line.slope * explained.base + line.intercept);
        for (let index = 0; index < values.length; index++) {
          values[index]! += weight * line.slope * explained.values[index]!;
        }
      }
      return { base, values };
    },
    toArtifact: () => ({ members: members.map((member) => ({ ...member }) as unknown as JsonValue) }),
  };
}

/** The inverse of `toArtifact()`; a damaged document is refused (`model-invalid`). */
export function loadBlendModel(artifact: JsonValue): Model {
  return createBlendModel(blendMembers(artifact));
}

/** What a stored blend is made of; a damaged document is refused (`model-invalid`). */
export function blendMembers(artifact: JsonValue): readonly BlendMember[] {
  const parsed = blendSchema.safeParse(artifact);
  if (parsed.success) return parsed.data.members;
  throw badInput(
    'model-invalid',
    `expected a blend of models with weights, got: ${z.prettifyError(parsed.error)}`,
  );
}

/** What a calibration does to log-odds, as far as that is a line. */
function logOddsLine(calibration: Calibration): { readonly slope: number; readonly intercept: number } {
  return calibration.method === 'sigmoid' ? calibration : { slope: 1, intercept: 0 };
}
