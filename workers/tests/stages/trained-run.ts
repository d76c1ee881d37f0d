import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';

export interface TrainedRun extends AsyncDisposable {
  readonly exports: string;
  readonly dataDirectory: string;
  /** Runs a stage of run `r1`; throws where it does not end with exit 0. */
  stage(name: string, ...options: string[]): Promise<StageResult>;
  /** A copy of the data directory, for a test that changes it. */
  copy(): Promise<string>;
}

export const familiesOfRun = ['logistic-regression', 'gradient-boosting'] as const;

/** The exports of a small simulated telecom, taken by the real stages up to the training of two families. */
export async function trainedRun(): Promise<TrainedRun> {
  const folder = await mkdtemp(join(tmpdir(), 'churn-run-'));
  const exports = join(folder, 'exports');
  const dataDirectory = join(folder, 'data');
  const stage = async (name: string, ...options: string[]) => {
    const { exitCode, result } = await runChurn(name, '--data-dir', dataDirectory, ...options);
    if (exitCode !== 0) throw new Error(`${name} ended with exit ${exitCode}: ${result.error?.message}`);
    return result;
  };
  const ofRun = (name: string, ...options: string[]) => stage(name, '--run', 'r1', ...options);
  // Enough test rows that a model is better than recency by more than chance.
  await stage('generate', '--customers', '2500', '--out', exports);
  await ofRun('ingest', ...delivered(exports));
  await ofRun('clean');
  await ofRun('featurize');
  for (const family of familiesOfRun) await ofRun('train', ...searchOf(family));
  return {
    exports,
    dataDirectory,
    stage: ofRun,
    copy: async () => {
      const copy = await mkdtemp(join(folder, 'copy-'));
      await cp(dataDirectory, copy, { recursive: true });
      return copy;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

export function delivered(exports: string): string[] {
  return ['customers', 'transactions'].flatMap((table) => [`--${table}`, join(exports, `${table}.csv`)]);
}

export function searchOf(family: string): string[] {
  return ['--family', family, '--trials', '2'];
}
