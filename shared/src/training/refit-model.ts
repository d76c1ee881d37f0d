import type { ModelDocument } from '../artifacts/model-document.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { blendMembers } from '../models/blend-model.ts';
import type { FitOptions, Hyperparameters } from '../models/model.ts';
import { modelFamilies } from '../models/model-families.ts';
import { atMost } from '../platform/at-most.ts';
import { badInput } from '../platform/churn-error.ts';
import { together } from '../platform/together.ts';
import type { JsonValue } from '../schema/json-value.ts';
import type { SingleFamilyName } from '../schema/model-family-name.ts';

/** A model that was measured, with what it takes to fit it again. */
export interface ModelToRefit {
  readonly modelSha256: string;
  readonly document: ModelDocument;
  /** Hyperparameters of the models that a blend is made of; a document of a single family has its own. */
  readonly memberSettings: ReadonlyMap<SingleFamilyName, Hyperparameters>;
}

/**
 * The same model fitted again on other rows, which may be the rows it was measured on: settings, calibration, weights and
 * threshold stay. Calibration was learned from fits on part of the rows (out of fold), so it corrects how such a model errs
 * on rows it has not seen, and could not be learned better from rows that this one has seen.
 */
export async function refitModel(
  { modelSha256, document, memberSettings }: ModelToRefit,
  rows: LabelledMatrix,
  options: Pick<FitOptions, 'threads' | 'signal'>,
): Promise<ModelDocument> {
  const { family, hyperparameters, parameters, training } = document;
  const fit = async (name: SingleFamilyName, settings: Hyperparameters): Promise<JsonValue> => {
    const { model } = await modelFamilies[name].fit(rows, settings, { ...options, seed: training.seed });
    return model.toArtifact();
  };
  return {
    ...document,
    training: {
      ...training,
      rows: rows.labels.length,
      churned: rows.labels.reduce((sum, label) => sum + label, 0),
      evaluatedModelSha256: modelSha256,
    },
    parameters:
      family === 'blend'
        ? await refitBlend(parameters, memberSettings, fit)
        : await fit(family, hyperparameters),
  };
}

/**
 * Members that fit in a thread of their own do so while the others, one after the other since the library draws its random
 * numbers from one stream, keep this one busy. None is left behind where one fails.
 */
async function refitBlend(
  parameters: JsonValue,
  settings: ModelToRefit['memberSettings'],
  fit: (family: SingleFamilyName, settings: Hyperparameters) => Promise<JsonValue>,
): Promise<JsonValue> {
  const members = blendMembers(parameters).map((member) => {
    const ofMember = settings.get(member.family);
    if (ofMember !== undefined) return { member, ofMember };
    throw badInput(
      'member-settings-missing',
      `expected the settings of ${member.family}, a member of the blend, got none`,
    );
  });
  const onThisThread = atMost(1);
  const fitted = await together(
    ...members.map(async ({ member, ofMember }) => {
      const work = () => fit(member.family, ofMember);
      const inThread = modelFamilies[member.family].fitsInOneThread;
      return { ...member, parameters: await (inThread ? work() : onThisThread.run(work)) };
    }),
  );
  return { members: fitted as unknown as JsonValue };
}
