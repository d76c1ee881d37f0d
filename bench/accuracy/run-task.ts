import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { modelFamilyNames, singleFamilyNames } from '@churn/shared/schema/model-family-name';
import { churn } from '../measure/churn-process.ts';
import { measureScores, type ScoredTask } from './measure-scores.ts';
import type { RealTask } from './real-tasks.ts';

export interface TaskOutcome {
  /** Family of the model that was promoted among all. */
  readonly promoted: string;
  /** From the exports to the scores of the promoted model. */
  readonly seconds: number;
  readonly scores: ReadonlyMap<string, ScoredTask>;
}

/**
 * Trains all families on `task/train`, promotes one, and scores `task/test` as of the second cutoff. Then does the same
 * with each single family alone, from a copy of the data directory as it was before the promotion (what was trained is cached).
 * The answers are read last, only to compare.
 */
export async function runTask(task: RealTask, folder: string, workDirectory: string): Promise<TaskOutcome> {
  const started = performance.now();
  const all = join(workDirectory, task.name, 'all');
  await train(all, 'all', task, folder, modelFamilyNames);
  const beforePromotion = join(workDirectory, task.name, 'before-promotion');
  await cp(all, beforePromotion, { recursive: true });
  const { promoted, predictions } = await promoteAndScore(all, 'all', task, folder);
  const seconds = (performance.now() - started) / 1000;
  const answers = join(folder, 'task', 'test', 'labels.csv');
  const scores = new Map([['promoted', await measureScores(predictions, answers)]]);
  for (const family of singleFamilyNames) {
    const alone = join(workDirectory, task.name, family);
    await cp(beforePromotion, alone, { recursive: true });
    await train(alone, family, task, folder, [family]);
    const { predictions: ofFamily } = await promoteAndScore(alone, family, task, folder);
    scores.set(family, await measureScores(ofFamily, answers));
  }
  return { promoted, seconds, scores };
}

async function train(
  dataDirectory: string,
  run: string,
  task: RealTask,
  folder: string,
  families: readonly string[],
): Promise<void> {
  const stage = (name: string, ...argv: string[]) => churn(dataDirectory, name, '--run', run, ...argv);
  await stage('ingest', ...delivery(folder, 'train'));
  await stage('clean');
  const labelling = ['--label', 'flag', '--horizon', String(task.horizonDays), '--lookback', task.lookback];
  await stage('featurize', ...labelling, '--as-of', task.trainAsOf);
  for (const family of families) await stage('train', '--family', family);
  await stage('evaluate');
}

async function promoteAndScore(dataDirectory: string, run: string, task: RealTask, folder: string) {
  const promotion = await churn(dataDirectory, 'promote', '--run', run);
  const later = `${run}-later`;
  await churn(dataDirectory, 'ingest', '--run', later, ...delivery(folder, 'test'));
  await churn(dataDirectory, 'clean', '--run', later);
  const scored = await churn(dataDirectory, 'score', '--run', later, '--as-of', task.testAsOf);
  return {
    promoted: String(promotion.metrics.family),
    predictions: new ArtifactLayout(dataDirectory).absolute(outputOf(scored, 'predictions').path),
  };
}

function delivery(folder: string, part: string): string[] {
  return ['customers', 'transactions'].flatMap((table) => [
    `--${table}`,
    join(folder, 'task', part, `${table}.csv`),
  ]);
}
