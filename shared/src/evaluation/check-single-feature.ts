import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import type { FeatureColumn } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import type { LeakageCheckName } from './leakage-check-names.ts';

type LeakageCheck = EvaluationDocument['leakage'][number];

/** A single feature that ranks churners better than this has probably seen the answer. */
const suspiciousAuc = 0.95;

/** Looks for a numeric feature that gives the answer away by itself. */
export function checkSingleFeature(test: LabelledMatrix): LeakageCheck[] {
  const strengths = test.matrix.columns
    .filter((column) => column.kind === 'numeric')
    .map((column) => ({ name: column.name, auc: aucOfFeature(column, test.labels) }))
    .sort((a, b) => b.auc - a.auc || (a.name < b.name ? -1 : 1));
  const strongest = strengths[0];
  if (strongest === undefined) return [];
  return [
    {
      check: 'single feature' satisfies LeakageCheckName,
      passed: strongest.auc <= suspiciousAuc,
      finding:
        `${strongest.name} alone ranks the test customers with ROC AUC ${strongest.auc.toFixed(3)}; ` +
        `above ${suspiciousAuc} it would probably know the answer`,
      facts: { feature: strongest.name, rocAuc: strongest.auc, limit: suspiciousAuc },
    },
  ];
}

/** ROC AUC of the feature in the better direction, where a missing value counts as the lowest or as the highest of all. */
function aucOfFeature(column: Extract<FeatureColumn, { kind: 'numeric' }>, labels: Uint8Array): number {
  const strengths = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map((missing) => {
    const scores = column.values.map((value) => (Number.isNaN(value) ? missing : value));
    const auc = rocAuc(labels, scores) ?? 0.5;
    return Math.max(auc, 1 - auc);
  });
  return Math.max(...strengths);
}
