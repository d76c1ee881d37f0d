import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import { type FeatureTable, learnableRows, testRows } from '../artifacts/feature-table.ts';
import { pickRows } from '../features/pick-rows.ts';
import { selectRows } from '../features/select-rows.ts';
import type { FitOptions } from '../models/model.ts';
import { sampleRows } from '../models/sample-rows.ts';
import { checkShuffledLabels } from './check-shuffled-labels.ts';
import { checkSingleFeature } from './check-single-feature.ts';
import { checkTrainAndTest } from './check-train-and-test.ts';
import { refitQuickly } from './refit-quickly.ts';

/** Rows of either side that the quick models see at most: more would cost minutes and tell the same. */
const mostRows = 4_000;
/** Of an outcome, on either side, to ask a model that is fitted to shuffled labels. */
const fewestOfAClass = 20;

/** All checks for figures that are too good to be true; each costs at most seconds, whatever the size of the table. */
export async function checkLeakage(
  table: FeatureTable,
  split: 'forward' | 'hash',
  options: FitOptions,
): Promise<EvaluationDocument['leakage']> {
  const rows = { matrix: table.matrix, labels: table.labels };
  const test = selectRows(rows, testRows(table));
  const [seen, held] = [learnableRows(table), testRows(table)].map((side) => sample(side, options.seed));
  const learnable = selectRows(rows, seen!);
  const judged = selectRows(rows, held!);
  const both = Int32Array.from([...seen!, ...held!]);
  const refit = refitQuickly(options);
  const tellsOutcomes = [learnable.labels, judged.labels].every(hasBothOutcomes);
  return [
    ...checkSingleFeature(test),
    ...(tellsOutcomes ? await checkShuffledLabels(learnable, judged, refit, options.seed) : []),
    ...(await checkTrainAndTest(
      selectRows(rows, both).matrix,
      Uint8Array.from(both, (_, position) => (position < seen!.length ? 0 : 1)),
      Array.from(both, (row) => table.customerIds[row]!),
      split,
      refit,
    )),
  ];
}

function sample(rows: Int32Array, seed: number): Int32Array {
  return pickRows(rows, sampleRows(rows.length, mostRows, seed));
}

function hasBothOutcomes(labels: Uint8Array): boolean {
  const churned = labels.reduce((sum, label) => sum + label, 0);
  return Math.min(churned, labels.length - churned) >= fewestOfAClass;
}
