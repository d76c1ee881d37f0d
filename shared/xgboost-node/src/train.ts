import { setImmediate } from 'node:timers/promises';
import { Booster, type Gradient, type NamedMatrix } from './booster.ts';
import type { DMatrix } from './dmatrix.ts';
import { EarlyStopping, type EarlyStoppingOptions } from './early-stopping.ts';
import type { EvaluationScore } from './evaluation-line.ts';
import type { Parameters } from './parameters.ts';
import type { Prediction } from './prediction.ts';
import { QuantileDMatrix } from './quantile-dmatrix.ts';
import { XGBoostError } from './xgboost-error.ts';

/** Called around each round; `true` from either ends the training after that round, or before it. */
export interface TrainingCallback {
  readonly beforeIteration?: (booster: Booster, iteration: number) => boolean | undefined;
  readonly afterIteration?: (
    booster: Booster,
    iteration: number,
    scores: readonly EvaluationScore[],
  ) => boolean | undefined;
}

export interface TrainOptions {
  readonly params: Parameters;
  readonly dtrain: DMatrix;
  /** Rounds at most. */
  readonly numBoostRound: number;
  /** Scored after each round. */
  readonly evals?: readonly NamedMatrix[];
  /** A loss of one's own, given the margins of `dtrain`. */
  readonly obj?: (margins: Prediction, dtrain: DMatrix) => Gradient;
  /** A score of one's own, given the predictions of each matrix of `evals`: margins where `obj` is given, values otherwise. */
  readonly customMetric?: (
    predictions: Prediction,
    matrix: DMatrix,
  ) => readonly [name: string, value: number];
  /** Needs `evals`. */
  readonly earlyStopping?: EarlyStoppingOptions;
  readonly callbacks?: readonly TrainingCallback[];
  /** Where to go on from; the rounds are added to those it has. */
  readonly xgbModel?: Uint8Array | Booster;
  /** Asked between rounds; an abort rejects with the signal's reason and frees the booster. */
  readonly signal?: AbortSignal;
}

export interface Trained {
  /** The caller frees it. Holds all rounds run, or with `saveBest` the best ones. */
  readonly booster: Booster;
  /** Rounds up to and with the best score, or all; `iterationRange: [0, bestRounds]` predicts with them. */
  readonly bestRounds: number;
  /** Scores of each round. */
  readonly history: readonly (readonly EvaluationScore[])[];
}

/**
 * Trains round by round on this thread and lets the event loop breathe between rounds, so that signals and timers
 * work; a single round is not interruptible. Trainings of one thread run one after the other: the library draws its
 * random numbers from one stream a thread, so two that take turns would change each other's samples.
 */
export function train(options: TrainOptions): Promise<Trained> {
  const training = latest.then(() => trainAlone(options));
  latest = training.then(
    () => undefined,
    () => undefined,
  );
  return training;
}

let latest: Promise<unknown> = Promise.resolve();

async function trainAlone(options: TrainOptions): Promise<Trained> {
  requireSound(options);
  const { params, dtrain, evals = [], xgbModel, earlyStopping } = options;
  const booster = Booster.create(params, [dtrain, ...evals.map(({ matrix }) => matrix)], xgbModel);
  try {
    const history = await boost(booster, options);
    booster.reset();
    const { bestIteration, numBoostedRounds } = booster;
    const stopped = earlyStopping !== undefined && bestIteration !== undefined;
    return {
      booster: stopped && earlyStopping.saveBest === true ? bestOf(booster) : booster,
      bestRounds: stopped ? bestIteration + 1 : numBoostedRounds,
      history,
    };
  } catch (error) {
    booster[Symbol.dispose]();
    throw error;
  }
}

async function boost(booster: Booster, options: TrainOptions): Promise<EvaluationScore[][]> {
  const { dtrain, numBoostRound, callbacks = [], signal } = options;
  const stopping =
    options.earlyStopping === undefined
      ? undefined
      : new EarlyStopping(options.earlyStopping, booster.numBoostedRounds);
  const history: EvaluationScore[][] = [];
  for (let iteration = 0; iteration < numBoostRound; iteration++) {
    signal?.throwIfAborted();
    if (callbacks.some((callback) => callback.beforeIteration?.(booster, iteration) === true)) break;
    if (options.obj === undefined) booster.update(dtrain, iteration);
    else booster.boost(dtrain, iteration, options.obj(trainingMargins(booster, dtrain), dtrain));
    const scores = scoresOf(booster, iteration, options);
    history.push(scores);
    const stops = callbacks.map((callback) => callback.afterIteration?.(booster, iteration, scores) === true);
    if (stopping?.afterIteration(booster, iteration, scores) || stops.includes(true)) break;
    await setImmediate();
  }
  signal?.throwIfAborted();
  return history;
}

function trainingMargins(booster: Booster, dtrain: DMatrix): Prediction {
  return booster.predict(dtrain, { outputMargin: true, training: true });
}

function scoresOf(booster: Booster, iteration: number, options: TrainOptions): EvaluationScore[] {
  const { evals = [], customMetric } = options;
  if (evals.length === 0) return [];
  const scores = booster.evalSet(evals, iteration);
  if (customMetric === undefined) return scores;
  const own = evals.map(({ name, matrix }) => {
    const predictions = booster.predict(matrix, { outputMargin: options.obj !== undefined });
    const [metric, value] = customMetric(predictions, matrix);
    return { name, metric, value };
  });
  return [...scores, ...own];
}

/** The rounds up to the best one, with the attributes that slicing drops; the whole booster is freed. */
function bestOf(booster: Booster): Booster {
  const { best_iteration, best_score } = booster.attributes();
  const best = booster.slice(0, Number(best_iteration) + 1);
  best.setAttr({ best_iteration, best_score });
  booster[Symbol.dispose]();
  return best;
}

function requireSound({ numBoostRound, dtrain, evals = [], earlyStopping }: TrainOptions): void {
  if (!Number.isInteger(numBoostRound) || numBoostRound < 0) {
    throw new XGBoostError(`expected a number of rounds, got ${numBoostRound}`);
  }
  if (earlyStopping !== undefined && evals.length === 0) {
    throw new XGBoostError('expected evals to stop early by, got none');
  }
  const other = evals.find(
    ({ matrix }) => matrix instanceof QuantileDMatrix && matrix !== dtrain && matrix.ref !== dtrain,
  );
  if (other !== undefined) {
    throw new XGBoostError(
      `expected the QuantileDMatrix "${other.name}" to be made with ref: dtrain, got another ref`,
    );
  }
}
