import { intervalSchema, measureNames } from '@churn/shared/artifacts/measures';
import type { ChampionPointer } from '@churn/shared/registry/champion-pointer';
import type { JournalEntry } from '@churn/shared/registry/journal';
import type { RegisteredModel } from '@churn/shared/registry/load-registered-model';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { z } from 'zod';

const modelFactsSchema = z.strictObject({
  family: z.enum(modelFamilyNames),
  run: z.string().describe('The pipeline run that trained it.'),
  asOf: z.array(z.string()).describe('As-of dates of the training rows.'),
  threshold: z.number().min(0).max(1),
  featureListHash: z.string(),
  evaluatedModelSha256: z
    .string()
    .describe(
      'The model that was measured: this one, or the one that it was fitted again from on more rows.',
    ),
  test: z
    .strictObject({ rows: z.int(), churned: z.int() })
    .describe('Rows that the evaluated model was measured on.'),
  measures: z
    .record(z.enum(measureNames), intervalSchema)
    .describe('Of the evaluated model on the test rows, with 95 % intervals; null where not measured.'),
});

export type ModelFacts = Readonly<z.infer<typeof modelFactsSchema>>;

const unreadableModelSchema = z.strictObject({
  failure: z.string().describe('Why it cannot be loaded, as a code.'),
});

export type UnreadableModel = Readonly<z.infer<typeof unreadableModelSchema>>;

/** By SHA-256 of the model. */
export type RegisteredModels = ReadonlyMap<string, ModelFacts | UnreadableModel>;

const standing = {
  sha256: z.string(),
  champion: z.boolean().describe('Whether the registry names it.'),
  serving: z
    .boolean()
    .describe('Whether this process answers from it; shortly after a promotion still the model before.'),
  promotedAt: z.string().nullable().describe('When it last became champion; null where it never did.'),
};

/** The answer of `GET /v1/models`. */
export const modelsAnswerSchema = z.strictObject({
  models: z
    .array(
      z.union([
        z.strictObject({ ...standing, ...modelFactsSchema.shape }),
        z.strictObject({ ...standing, ...unreadableModelSchema.shape }),
      ]),
    )
    .describe('The last one promoted first; those that never were come last.'),
});

export type ModelsAnswer = z.infer<typeof modelsAnswerSchema>;

export function modelFacts({ sha256, document, metrics }: RegisteredModel): ModelFacts {
  const { family, threshold, featureListHash, training } = document;
  const { run, test, measures } = metrics;
  return {
    family,
    run,
    asOf: training.asOf,
    threshold,
    featureListHash,
    evaluatedModelSha256: training.evaluatedModelSha256 ?? sha256,
    test,
    measures,
  };
}

export interface Registry {
  readonly models: RegisteredModels;
  readonly champion: ChampionPointer | undefined;
  readonly journal: readonly JournalEntry[];
}

export function modelsAnswer(
  { models, champion, journal }: Registry,
  servingSha256: string | undefined,
): ModelsAnswer {
  const lastChanges = new Map(journal.map(({ to, at }, index) => [to, { at, index }]));
  const listed = [...models].map(([sha256, facts]) => ({
    sha256,
    champion: sha256 === champion?.modelSha256,
    serving: sha256 === servingSha256,
    promotedAt: lastChanges.get(sha256)?.at ?? null,
    ...facts,
  }));
  const lastRevision = ({ sha256 }: { readonly sha256: string }) => lastChanges.get(sha256)?.index ?? -1;
  return { models: listed.sort((a, b) => lastRevision(b) - lastRevision(a)) };
}
