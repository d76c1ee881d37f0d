import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';
import { aucStandardError } from '../metrics/auc-standard-error.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import { sha256 } from '../platform/sha256.ts';
import type { LeakageCheckName } from './leakage-check-names.ts';
import { rankImportance } from './rank-importance.ts';
import type { Refit } from './refit-quickly.ts';

type LeakageCheck = EvaluationDocument['leakage'][number];

const foldCount = 3;
const named = 3;
/** Standard errors above 0.5 that chance does not reach, once in 740 times. */
const clearly = 3;

/**
 * Asks whether rows to learn from and test rows can be told apart ("adversarial validation"): a quick model is fitted
 * to which is which, and judged on customers that it has not seen. By hash they must not differ, or the split was not by chance.
 * Forward in time they do: features grow with the calendar, and so will those of tomorrow; then the check only says how
 * much, and by which features (decision 0016).
 */
export async function checkTrainAndTest(
  matrix: FeatureMatrix,
  isTest: Uint8Array,
  customerIds: readonly string[],
  split: 'forward' | 'hash',
  refit: Refit,
): Promise<LeakageCheck[]> {
  const rows: LabelledMatrix = { matrix, labels: isTest };
  const auc = rocAuc(isTest, await predictUnseen(rows, customerIds, refit));
  if (auc === null) return [];
  // Rows of one customer resemble each other: only customers count as so many observations.
  const customersWhere = (side: number) => new Set(customerIds.filter((_, row) => isTest[row] === side)).size;
  const margin = clearly * aucStandardError(0.5, customersWhere(1), customersWhere(0));
  const features = rankImportance(await refit(rows), matrix)
    .slice(0, named)
    .map(({ feature }) => feature)
    .join(', ');
  const passed = split === 'forward' || auc <= 0.5 + margin;
  const found = `rows to learn from and test rows are told apart with ROC AUC ${auc.toFixed(3)}`;
  const means =
    split === 'forward'
      ? `mostly by ${features}: what moves with the calendar is judged beyond what was learned`
      : passed
        ? `which chance explains (up to ${(0.5 + margin).toFixed(3)})`
        : `mostly by ${features}: more than the ${(0.5 + margin).toFixed(3)} of chance, so the split by hash is none`;
  return [
    {
      check: 'train and test' satisfies LeakageCheckName,
      passed,
      finding: `${found}, ${means}`,
      facts: { rocAuc: auc, limit: 0.5 + margin, features, split },
    },
  ];
}

/** What models that have seen nothing of a customer say of the customer's rows. */
async function predictUnseen(
  rows: LabelledMatrix,
  customerIds: readonly string[],
  refit: Refit,
): Promise<Float64Array> {
  const folds = customerIds.map((id) => Number.parseInt(sha256(`fold of ${id}`).slice(0, 6), 16) % foldCount);
  const all = Int32Array.from(folds.keys());
  const probabilities = new Float64Array(folds.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const judged = all.filter((row) => folds[row] === fold);
    const model = await refit(
      selectRows(
        rows,
        all.filter((row) => folds[row] !== fold),
      ),
    );
    const predicted = model.predictProbability(selectRows(rows, judged).matrix);
    for (const [position, row] of judged.entries()) probabilities[row] = predicted[position]!;
  }
  return probabilities;
}
