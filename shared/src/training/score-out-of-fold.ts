import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { pickRows } from '../features/pick-rows.ts';
import { selectRows } from '../features/select-rows.ts';
import type { FitOptions, Hyperparameters, ModelFamily } from '../models/model.ts';
import type { Queue } from '../platform/at-most.ts';
import { settleHyperparameters } from './settle-hyperparameters.ts';
import type { ValidationFold } from './validation-folds.ts';

export interface OutOfFoldSettings extends Omit<FitOptions, 'validation'> {
  /** Runs every fit; how many at a time does not change the outcome. */
  readonly queue: Queue;
}

export interface OutOfFold {
  /** Indices of the rows that the folds judge, fold after fold; the labels and probabilities are theirs. */
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  /** As the fits of all folds together settled them. */
  readonly hyperparameters: Hyperparameters;
}

/** Scores of fits that may have looked at the judged rows, to stop early. */
export interface FlatteredOutOfFold extends OutOfFold {
  /**
   * What fits with the settled hyperparameters predict that see nothing of the judged rows: `scoreOutOfFold` of them, bit for
   * bit, out of the fits at hand as far as those hold it.
   */
  readonly honest: () => Promise<OutOfFold>;
}

/**
 * Fits a family once a fold and predicts the rows that fold judges. With `stopEarly` a fit may look at those rows to find
 * when to stop, which flatters its score a little; without, nothing of them is seen.
 */
export async function scoreOutOfFold(
  family: ModelFamily,
  rows: LabelledMatrix,
  folds: readonly ValidationFold[],
  hyperparameters: Hyperparameters,
  stopEarly: boolean,
  { queue, ...options }: OutOfFoldSettings,
): Promise<FlatteredOutOfFold> {
  const fitFold = async (
    fold: ValidationFold,
    tried: Hyperparameters,
    judged: LabelledMatrix | undefined,
  ) => {
    options.signal?.throwIfAborted();
    return family.fit(selectRows(rows, fold.fit), tried, {
      ...options,
      ...(judged === undefined ? {} : { validation: judged }),
    });
  };
  const judgeFold = async (fold: ValidationFold) => {
    const judged = selectRows(rows, fold.judge);
    const fitted = await fitFold(fold, hyperparameters, stopEarly ? judged : undefined);
    return { fold, fitted, probabilities: fitted.model.predictProbability(judged.matrix) };
  };
  const judged = await Promise.all(folds.map((fold) => queue.run(() => judgeFold(fold))));
  const settled = settleHyperparameters(judged.map(({ fitted }) => fitted.hyperparameters));
  const flattered = gather(rows, folds, judged, settled);
  const judgeSettled = async ({ fold, fitted }: (typeof judged)[number]) => {
    const model = fitted.modelOf?.(settled) ?? (await fitFold(fold, settled, undefined)).model;
    return { probabilities: model.predictProbability(selectRows(rows, fold.judge).matrix) };
  };
  return {
    ...flattered,
    honest: async () => {
      if (!stopEarly || !family.stopsEarly) return flattered;
      const settling = judged.map((fold) => queue.run(() => judgeSettled(fold)));
      return gather(rows, folds, await Promise.all(settling), settled);
    },
  };
}

function gather(
  { labels }: LabelledMatrix,
  folds: readonly ValidationFold[],
  judged: readonly { readonly probabilities: Float64Array }[],
  hyperparameters: Hyperparameters,
): OutOfFold {
  const judgedRows = Int32Array.from(folds.flatMap(({ judge }) => [...judge]));
  return {
    rows: judgedRows,
    labels: pickRows(labels, judgedRows),
    probabilities: Float64Array.from(judged.flatMap(({ probabilities }) => [...probabilities])),
    hyperparameters,
  };
}
