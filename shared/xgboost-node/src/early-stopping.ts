import type { Booster } from './booster.ts';
import type { EvaluationScore } from './evaluation-line.ts';
import { pythonFloat } from './python-float.ts';
import { XGBoostError } from './xgboost-error.ts';

export interface EarlyStoppingOptions {
  /** Stop after so many rounds without a better score. */
  readonly rounds: number;
  /** The metric that decides; the last of the parameter `eval_metric` where absent. */
  readonly metricName?: string;
  /** The matrix that decides, by name; the last of `evals` where absent. */
  readonly dataName?: string;
  /** Whether more is better; by the metric's name where absent, as Python's package decides. */
  readonly maximize?: boolean;
  /** By how much a score must be better to count. */
  readonly minDelta?: number;
  /** Give back only the rounds up to the best one. */
  readonly saveBest?: boolean;
}

const moreIsBetter = ['auc', 'aucpr', 'pre', 'map', 'ndcg'];

/** Watches one score and says when to stop; the best one is written into the booster's attributes, as Python does. */
export class EarlyStopping {
  readonly #options: EarlyStoppingOptions;
  readonly #firstRound: number;
  #best: number | undefined;
  #waited = 0;

  /** `firstRound`: rounds that the booster had before. */
  constructor(options: EarlyStoppingOptions, firstRound: number) {
    const { rounds, minDelta = 0 } = options;
    if (!Number.isInteger(rounds) || rounds < 1 || !(minDelta >= 0)) {
      throw new XGBoostError(
        `expected early stopping after 1 round or more and minDelta from 0, got ${rounds} and ${minDelta}`,
      );
    }
    this.#options = options;
    this.#firstRound = firstRound;
  }

  /** Whether boosting should stop after this round. */
  afterIteration(booster: Booster, iteration: number, scores: readonly EvaluationScore[]): boolean {
    const { metric, value } = this.#watched(scores);
    if (this.#isBetter(metric, value)) {
      this.#best = value;
      this.#waited = 0;
      booster.setAttr({
        best_score: pythonFloat(value),
        best_iteration: String(this.#firstRound + iteration),
      });
    } else {
      this.#waited += 1;
    }
    return this.#waited >= this.#options.rounds;
  }

  #isBetter(metric: string, value: number): boolean {
    if (this.#best === undefined) return true;
    const { minDelta = 0, maximize = isMaximized(metric) } = this.#options;
    return maximize ? value - minDelta > this.#best : this.#best - minDelta > value;
  }

  #watched(scores: readonly EvaluationScore[]): EvaluationScore {
    const { dataName = scores.at(-1)?.name, metricName } = this.#options;
    const found = scores.findLast(
      ({ name, metric }) => name === dataName && (metricName === undefined || metric === metricName),
    );
    if (found !== undefined) return found;
    const got = scores.map(({ name, metric }) => `${name}-${metric}`).join(', ') || 'no evaluation';
    throw new XGBoostError(
      `expected a score to stop by (${dataName ?? 'any matrix'}, ${metricName ?? 'any metric'}), got ${got}`,
    );
  }
}

function isMaximized(metric: string): boolean {
  return metric !== 'mape' && moreIsBetter.some((name) => metric.startsWith(name));
}
