import { setImmediate } from 'node:timers/promises';
import { Booster, type NamedMatrix, type Parameters } from './booster.ts';
import type { DMatrix } from './dmatrix.ts';
import type { EvaluationScore } from './parse-evaluation.ts';

export interface TrainOptions {
  readonly parameters: Parameters;
  readonly train: DMatrix;
  /** Scored after each round; the last metric of the last of them decides early stopping (lower is better). */
  readonly evaluations?: readonly NamedMatrix[];
  /** Rounds at most. */
  readonly rounds: number;
  /** Stop after so many rounds without a better score. */
  readonly earlyStoppingRounds?: number;
  readonly onRound?: (round: number, scores: readonly EvaluationScore[]) => void;
  /** Asked between rounds; an abort rejects with the signal's reason and frees the booster. */
  readonly signal?: AbortSignal;
}

export interface Trained {
  /** The caller frees it. Holds all rounds run; predict with `bestRounds` to use the best ones only. */
  readonly booster: Booster;
  /** Rounds up to and with the best score, or all. */
  readonly bestRounds: number;
}

/**
 * Trains round by round on this thread and lets the event loop breathe between rounds, so that signals and timers
 * work. A single round is not interruptible.
 */
export async function train(options: TrainOptions): Promise<Trained> {
  const evaluations = options.evaluations ?? [];
  const booster = new Booster(options.parameters, [
    options.train,
    ...evaluations.map(({ matrix }) => matrix).filter((matrix) => matrix !== options.train),
  ]);
  try {
    const bestRounds = await boost(booster, options, evaluations);
    return { booster, bestRounds };
  } catch (error) {
    booster[Symbol.dispose]();
    throw error;
  }
}

async function boost(
  booster: Booster,
  options: TrainOptions,
  evaluations: readonly NamedMatrix[],
): Promise<number> {
  const patience = evaluations.length === 0 ? undefined : options.earlyStoppingRounds;
  let best = { score: Number.POSITIVE_INFINITY, rounds: options.rounds };
  for (let round = 0; round < options.rounds; round++) {
    options.signal?.throwIfAborted();
    booster.update(round, options.train);
    const scores = evaluations.length === 0 ? [] : booster.evaluate(round, evaluations);
    options.onRound?.(round, scores);
    const score = scores.at(-1)?.value ?? 0;
    if (patience !== undefined) {
      if (score < best.score) best = { score, rounds: round + 1 };
      if (round + 1 - best.rounds >= patience) break;
    }
    await setImmediate();
  }
  options.signal?.throwIfAborted();
  return best.rounds;
}
