import { logLoss } from '@churn/shared/metrics/log-loss';
import { rocAuc } from '@churn/shared/metrics/roc-auc';
import { seededRandom } from '@churn/shared/platform/seeded-random';
import { readPairs } from './read-pairs.ts';

export interface ScoredTask {
  readonly rocAuc: number;
  /** 95 % bootstrap interval. */
  readonly interval: readonly [number, number];
  readonly logLoss: number;
  readonly rows: number;
}

const samples = 500;

/** Compares predictions (`customer_id,probability,…`) with the answers (`customer_id,churn`); every answer must be predicted. */
export async function measureScores(predictionsPath: string, answersPath: string): Promise<ScoredTask> {
  const probabilityOf = new Map(await readPairs(predictionsPath));
  const answers = await readPairs(answersPath);
  const labels = Uint8Array.from(answers, ([, churn]) => Number(churn));
  const probabilities = Float64Array.from(answers, ([customerId]) => {
    const probability = probabilityOf.get(customerId);
    if (probability === undefined)
      throw new Error(`expected a prediction for customer ${customerId}, got none`);
    return Number(probability);
  });
  const random = seededRandom(1);
  const resampled = Array.from({ length: samples }, () => {
    const rows = Int32Array.from(labels, () => random.integer(0, labels.length - 1));
    return rocAuc(
      Uint8Array.from(rows, (row) => labels[row]!),
      Float64Array.from(rows, (row) => probabilities[row]!),
    )!;
  }).sort((a, b) => a - b);
  return {
    rocAuc: rocAuc(labels, probabilities)!,
    interval: [resampled[Math.floor(0.025 * samples)]!, resampled[Math.floor(0.975 * samples)]!],
    logLoss: logLoss(labels, probabilities),
    rows: labels.length,
  };
}
