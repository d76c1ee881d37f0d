import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { describeDistributions, describeScores } from '@churn/shared/drift/describe-distributions';
import type { ModelReference } from '@churn/shared/drift/distribution';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import type { Model } from '@churn/shared/models/model';
import { chooseGoldenRows, type GoldenRows } from '@churn/shared/registry/golden-rows';

/** What the registry keeps of the rows a model was trained and tested on. */
export interface WinnerDescription {
  readonly golden: GoldenRows;
  readonly reference: ModelReference;
}

/**
 * Golden rows from the test rows. The reference for drift: features of all customers at the latest as-of date, the ones
 * most like those to come, and probabilities of the test rows, which the model has not learnt from.
 */
export function describeWinner(model: Model, table: FeatureTable): WinnerDescription {
  const latest = table.asOfDays.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);
  const test = rowsWhere(table, (row) => table.splits[row] === 'test').matrix;
  const probabilities = model.predictProbability(test);
  return {
    golden: chooseGoldenRows(test, probabilities),
    reference: {
      features: describeDistributions(rowsWhere(table, (row) => table.asOfDays[row] === latest).matrix),
      scores: describeScores(probabilities),
    },
  };
}

function rowsWhere(table: FeatureTable, wanted: (row: number) => boolean): LabelledMatrix {
  return selectRows(table, Int32Array.from(table.labels.keys()).filter(wanted));
}
