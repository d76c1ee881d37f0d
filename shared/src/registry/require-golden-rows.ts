import type { Model } from '../models/model.ts';
import { badInput } from '../platform/churn-error.ts';
import { type GoldenRows, goldenMatrix } from './golden-rows.ts';

/** Refuses (exit 2) a model that answers its golden rows with other bits than recorded, or has other features than they. */
export function requireGoldenRows(
  model: Model,
  featureNames: readonly string[],
  golden: GoldenRows,
  where: string,
): void {
  const names = golden.columns.map(({ name }) => name);
  if (names.length !== featureNames.length || featureNames.some((name, index) => name !== names[index])) {
    throw badInput(
      'golden-rows-differ',
      `expected ${where} to have the ${featureNames.length} features of the model, it has others`,
    );
  }
  const differing = differingGoldenRows(model, golden);
  if (differing.length > 0) {
    throw badInput(
      'golden-rows-differ',
      `expected the model to repeat the ${golden.probabilities.length} probabilities of ${where} bit for bit, ` +
        `${differing.length} differ, first that of row ${differing[0]! + 1}`,
    );
  }
}

/** Rows that come out otherwise in a batch, or alone as a request would ask for them. */
export function differingGoldenRows(model: Model, golden: GoldenRows): readonly number[] {
  const together = model.predictProbability(goldenMatrix(golden));
  return golden.probabilities.flatMap((expected, row) => {
    const alone = model.predictProbability(goldenMatrix(golden, row, 1))[0]!;
    return Object.is(together[row], expected) && Object.is(alone, expected) ? [] : [row];
  });
}
