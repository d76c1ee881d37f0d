import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import {
  type DatasetDescription,
  parseDatasetDescription,
} from '@churn/shared/artifacts/dataset-description';
import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { StageContext } from '../stage/stage.ts';

export interface Featurized {
  readonly dataset: DatasetDescription;
  readonly table: FeatureTable;
}

/** The feature table of a run and its description, in this order. */
export async function findFeaturized({ layout, run }: StageContext<unknown>): Promise<readonly Artifact[]> {
  const featurized = await findStageResult(layout, run, 'featurize');
  return [outputOf(featurized, 'features'), outputOf(featurized, 'dataset')];
}

/** Verifies and reads the description. */
export async function readDataset(
  { store }: Pick<StageContext<unknown>, 'store'>,
  inputs: readonly Artifact[],
): Promise<DatasetDescription> {
  const description = await verified(store, inputs, 'dataset');
  return parseDatasetDescription(await store.readText(description), description.path);
}

/** Verifies and reads both. */
export async function readFeaturized(
  context: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<Featurized> {
  const { store, layout, threads } = context;
  const dataset = await readDataset(context, inputs);
  const features = await verified(store, inputs, 'features');
  return {
    dataset,
    table: await withDuckDb({ threads, temporaryDirectory: layout.temporaryDirectory }, (connection) =>
      readFeatureTable(connection, store.absolutePath(features)),
    ),
  };
}

async function verified(
  store: ArtifactStore,
  inputs: readonly Artifact[],
  wanted: string,
): Promise<Artifact> {
  const artifact = inputs.find(({ role }) => role === wanted)!;
  await store.verify(artifact);
  return artifact;
}
