import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import type { LeakageCheckName } from './leakage-check-names.ts';
import type { Refit } from './refit-quickly.ts';
import { shuffleLabels } from './shuffle-labels.ts';

type LeakageCheck = EvaluationDocument['leakage'][number];

const shuffles = 10;
/** Of Student's t with nine degrees of freedom: 99.9 % of means lie within so many standard errors. */
const criticalT = 4.781;

/**
 * Fits on shuffled labels, again and again, and asks whether the mean ROC AUC on the true test
 * labels can be 0.5 (Ojala, Garriga 2010). One such fit may rank by a real pattern in either direction, so a single AUC says
 * little and the spread over the shuffles gives the interval. A mean off 0.5 says that the answer came by another way than
 * the labels that were given. Shuffled over all as-of dates: within each, a share of churn that moves with time would
 * stay, and features that grow with the calendar would tell it without any leak. None where the rows cannot tell.
 */
export async function checkShuffledLabels(
  learnable: LabelledMatrix,
  test: LabelledMatrix,
  refit: Refit,
  seed: number,
): Promise<LeakageCheck[]> {
  const values: number[] = [];
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const labels = shuffleLabels(learnable.labels, seed + shuffle);
    const model = await refit({ matrix: learnable.matrix, labels });
    const auc = rocAuc(test.labels, model.predictProbability(test.matrix));
    if (auc === null) return [];
    values.push(auc);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / shuffles;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (shuffles - 1);
  const halfWidth = criticalT * Math.sqrt(variance / shuffles);
  const [lower, upper] = [mean - halfWidth, mean + halfWidth];
  const passed = lower <= 0.5 && 0.5 <= upper;
  return [
    {
      check: 'shuffled labels' satisfies LeakageCheckName,
      passed,
      finding:
        `${shuffles} quick models trained on shuffled labels have a mean ROC AUC of ${mean.toFixed(3)} on the test ` +
        `(99.9 % interval ${lower.toFixed(3)} to ${upper.toFixed(3)}), which ` +
        (passed
          ? 'may be the 0.5 of knowing nothing'
          : 'is not the 0.5 of knowing nothing: the answer comes by another way than the labels'),
      facts: { rocAuc: mean, lower, upper, shuffles },
    },
  ];
}
