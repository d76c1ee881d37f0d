import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import {
  type DatasetDescription,
  parseDatasetDescription,
} from '@churn/shared/artifacts/dataset-description';
import type { FeatureRows, FeatureTable } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureRows, readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { StageContext } from '../stage/stage.ts';

export interface Featurized extends FeaturizedRows {
  readonly table: FeatureTable;
}

/** Without the features themselves. */
export interface FeaturizedRows {
  readonly dataset: DatasetDescription;
  readonly table: FeatureRows;
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
export function readFeaturized(
  context: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<Featurized> {
  return readWith(readFeatureTable, context, inputs);
}

/** Verifies both, and reads all but the features. */
export function readFeaturizedRows(
  context: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<FeaturizedRows> {
  return readWith(readFeatureRows, context, inputs);
}

async function readWith<Table>(
  read: (connection: DuckDBConnection, path: string) => Promise<Table>,
  context: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<{ readonly dataset: DatasetDescription; readonly table: Table }> {
  const { store, layout, threads } = context;
  const dataset = await readDataset(context, inputs);
  const features = await verified(store, inputs, 'features');
  return {
    dataset,
    table: await withDuckDb({ threads, temporaryDirectory: layout.temporaryDirectory }, (connection) =>
      read(connection, store.absolutePath(features)),
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
