import { setImmediate as nextTurn } from 'node:timers/promises';
import { featureColumn } from '@churn/shared/features/feature-column';
import { featureList } from '@churn/shared/features/feature-list';
import type { FeatureMatrix } from '@churn/shared/features/feature-matrix';
import type { Champion } from '../champion/champion.ts';
import { Problem } from '../http/problem.ts';
import { decide } from '../prediction/decide.ts';
import { requireEligible } from '../prediction/require-eligible.ts';
import type { Cells, ReadTensors } from './read-tensors.ts';

export interface Inferred {
  readonly probability: number;
  readonly decision: 'churn' | 'stay';
}

/** Customers predicted before others have their turn. */
const rowsPerTurn = 256;

/** A prediction for each customer of the tensors, all by one champion. Refuses all where one is not eligible. */
export async function infer(
  { registered }: Champion,
  { rowCount, columns }: ReadTensors,
): Promise<Inferred[]> {
  const { document, model } = registered;
  requireAllEligible(columns.get('days_since_last')!, document.training.labelling);
  const inferred: Inferred[] = [];
  for (let row = 0; row < rowCount; row += rowsPerTurn) {
    const matrix = matrixOf(columns, row, Math.min(row + rowsPerTurn, rowCount));
    for (const probability of model.predictProbability(matrix)) {
      inferred.push({ probability, decision: decide(document, probability) });
    }
    await nextTurn();
  }
  return inferred;
}

function matrixOf(columns: ReadTensors['columns'], from: number, to: number): FeatureMatrix {
  return {
    rowCount: to - from,
    columns: featureList.map((feature) => featureColumn(feature, columns.get(feature.name)!.slice(from, to))),
  };
}

function requireAllEligible(
  daysSinceLast: Cells,
  labelling: Champion['registered']['document']['training']['labelling'],
): void {
  for (const [row, days] of daysSinceLast.entries()) {
    try {
      requireEligible({ days_since_last: days }, labelling);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(error.kind, `row ${row}, counted from 0: ${error.message}`);
    }
  }
}
