import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { badInput } from '@churn/shared/platform/churn-error';
import { type ChampionPointer, readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { readJournal } from '@churn/shared/registry/journal';
import { type ListedModel, listRegisteredModels } from '@churn/shared/registry/list-registered-models';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { verifyHistory } from '@churn/shared/registry/verify-history';
import type { JsonValue } from '@churn/shared/schema/json-value';
import type { Stage, StageOutcome } from '../stage/stage.ts';

export const modelsActions = ['list', 'show', 'verify'] as const;

export interface ModelsOptions {
  readonly action: (typeof modelsActions)[number];
  /** Null: the champion (`show`), all (`verify`). */
  readonly modelSha256: string | null;
}

/** Looks at the registry: what is in it, what one model is, whether every byte is as it was. */
export const modelsStage: Stage<ModelsOptions> = {
  name: 'models',
  cacheable: false,
  onlyReads: true,
  findInputs: async () => [],
  execute: async ({ layout, options }) => ({
    outputs: [],
    metrics: await actions[options.action](layout, options.modelSha256),
  }),
};

type Metrics = StageOutcome['metrics'];

const actions: Record<
  ModelsOptions['action'],
  (layout: ArtifactLayout, modelSha256: string | null) => Promise<Metrics>
> = { list, show, verify };

async function list(layout: ArtifactLayout): Promise<Metrics> {
  const champion = await readChampionPointer(layout);
  const models = await listRegisteredModels(layout);
  return {
    championSha256: champion?.modelSha256 ?? null,
    revision: champion?.revision ?? 0,
    models: models.map((model) => summaryOf(model, champion)),
  };
}

function summaryOf(model: ListedModel, champion: ChampionPointer | undefined): JsonValue {
  const { sha256 } = model;
  const common = { sha256, champion: sha256 === champion?.modelSha256 };
  if ('failure' in model) return { ...common, failure: model.failure };
  const { document, metrics } = model;
  return {
    ...common,
    family: document.family,
    evaluatedModelSha256: document.training.evaluatedModelSha256 ?? sha256,
    rocAuc: metrics.measures.rocAuc.value,
    logLoss: metrics.measures.logLoss.value,
    asOf: document.training.asOf.at(-1) ?? null,
    run: metrics.run,
  };
}

async function show(layout: ArtifactLayout, modelSha256: string | null): Promise<Metrics> {
  const champion = await readChampionPointer(layout);
  const id = modelSha256 ?? champion?.modelSha256;
  if (id === undefined) {
    throw badInput('no-champion', 'expected a model to show, but none is promoted: name one by its SHA-256');
  }
  const { document, metrics, sha256 } = await loadRegisteredModel(layout, id);
  const { parameters: _, ...described } = document;
  const journal = await readJournal(layout);
  return {
    sha256,
    champion: sha256 === champion?.modelSha256,
    directory: layout.registeredModel(sha256),
    ...described,
    metrics,
    history: journal.filter(({ from, to }) => from === sha256 || to === sha256),
  };
}

async function verify(layout: ArtifactLayout, modelSha256: string | null): Promise<Metrics> {
  if (modelSha256 !== null) {
    await loadRegisteredModel(layout, modelSha256);
    return { models: 1 };
  }
  const champion = await readChampionPointer(layout);
  const models = await listRegisteredModels(layout);
  const journal = await readJournal(layout);
  const problems = [
    ...models.flatMap((model) => ('failure' in model ? [model.failure] : [])),
    ...(champion === undefined || models.some(({ sha256 }) => sha256 === champion.modelSha256)
      ? []
      : [`expected the champion ${champion.modelSha256} among the registered models, it is not there`]),
    ...verifyHistory(champion, journal),
  ];
  if (problems.length > 0) {
    throw badInput(
      'registry-damaged',
      `expected a whole registry, found ${problems.length} problems`,
      problems,
    );
  }
  return { models: models.length, changes: journal.length, revision: champion?.revision ?? 0 };
}
