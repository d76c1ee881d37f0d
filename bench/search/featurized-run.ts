import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import {
  type DatasetDescription,
  parseDatasetDescription,
} from '@churn/shared/artifacts/dataset-description';
import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { churn } from '../measure/churn-process.ts';

export interface FeaturizedRun {
  readonly table: FeatureTable;
  readonly dataset: DatasetDescription;
}

/** Generates a telecom in the folder and takes it through every stage up to `featurize`; what is there already is cached. */
export async function featurizedTelecom(folder: string, customers: number): Promise<FeaturizedRun> {
  const [dataDirectory, exports, run] = [join(folder, 'data'), join(folder, 'exports'), 'r1'];
  await churn(dataDirectory, 'generate', '--customers', String(customers), '--out', exports);
  const stage = (name: string, ...argv: string[]) => churn(dataDirectory, name, '--run', run, ...argv);
  await stage(
    'ingest',
    ...['--customers', join(exports, 'customers.csv'), '--transactions', join(exports, 'transactions.csv')],
  );
  await stage('clean');
  await stage('featurize');
  return readFeaturizedRun(dataDirectory, run);
}

export async function readFeaturizedRun(dataDirectory: string, run: string): Promise<FeaturizedRun> {
  const layout = new ArtifactLayout(dataDirectory);
  const featurized = await findStageResult(layout, run, 'featurize');
  const description = layout.absolute(outputOf(featurized, 'dataset').path);
  const features = layout.absolute(outputOf(featurized, 'features').path);
  const session = { threads: 1, temporaryDirectory: layout.temporaryDirectory };
  return {
    dataset: parseDatasetDescription(await readFile(description, 'utf8'), description),
    table: await withDuckDb(session, (connection) => readFeatureTable(connection, features)),
  };
}
