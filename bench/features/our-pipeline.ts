import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { stageResultSchema } from '@churn/shared/schema/stage-result';
import { type Cost, measuredProcess } from '../measure/measured-process.ts';
import { sameFeatures } from './same-features.ts';

const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));
const labels = ['--label', 'flag', '--lookback', 'all'];

export interface OurRun {
  readonly ingest: Cost;
  readonly clean: Cost;
  readonly featurize: Cost;
  /** `featurize` once more, with the whole feature list. */
  readonly featurizeAll: Cost;
  /** Parquet of the features that every side computes. */
  readonly table: string;
}

/** ingest → clean → featurize as a user runs them: a process for each, every durable file written, in a new data directory. */
export async function ourPipeline(folder: string, extension: string, dataDirectory: string): Promise<OurRun> {
  const stage = (...argv: readonly string[]) =>
    measuredProcess([process.execPath, cli, ...argv, '--run', 'bench', '--data-dir', dataDirectory]);
  const delivered = (table: string) => [`--${table}`, join(folder, `${table}.${extension}`)];
  const ingest = await stage('ingest', ...delivered('customers'), ...delivered('transactions'));
  const clean = await stage('clean');
  const featurize = await stage('featurize', ...labels, '--only', sameFeatures.join(','));
  const record = await readFile(join(dataDirectory, 'runs/bench/featurize/result.json'), 'utf8');
  const { path } = outputOf(stageResultSchema.parse(JSON.parse(record)), 'some-features');
  const featurizeAll = await stage('featurize', ...labels);
  return { ingest, clean, featurize, featurizeAll, table: join(dataDirectory, path) };
}
