import type { GateRule } from './gate-rule.ts';
import { intervalText, numberText } from './gate-text.ts';

/** A slope of 1 is right; below it probabilities are too extreme, above it too timid. */
const slopeBounds = { lowest: 0.5, highest: 2 } as const;
/** Of a slice with fewer rows an AUC below chance may be chance. */
const rowsOfTellingSlice = 200;

/** Rules on the model by itself, on the test rows. */
export const qualityRules: readonly GateRule[] = [
  {
    rule: 'better-than-chance',
    expected: () => 'the lower bound of ROC AUC above 0.5',
    judge: ({ winner: { measures } }) => ({
      passed: (measures.rocAuc.lower ?? 0) > 0.5,
      actual: intervalText(measures.rocAuc),
    }),
  },
  {
    rule: 'roc-auc-floor',
    expected: ({ rocAucFloor }) => `ROC AUC of at least ${rocAucFloor}`,
    judge: ({ winner: { measures } }, { rocAucFloor }) => ({
      passed: (measures.rocAuc.value ?? 0) >= rocAucFloor,
      actual: numberText(measures.rocAuc.value),
    }),
  },
  {
    rule: 'better-than-base-rate',
    expected: () => 'a log loss below that of the share of churn alone',
    judge: ({ winner: { measures }, evaluation: { test } }) => {
      const limit = entropy(test.churned / test.rows);
      return {
        passed: (measures.logLoss.value ?? Number.POSITIVE_INFINITY) < limit,
        actual: `${numberText(measures.logLoss.value)} against ${numberText(limit)}`,
      };
    },
  },
  {
    rule: 'calibration-error',
    expected: ({ calibrationErrorCeiling }) => `a calibration error of at most ${calibrationErrorCeiling}`,
    judge: ({ winner: { measures } }, { calibrationErrorCeiling }) => ({
      passed: (measures.calibrationError.value ?? Number.POSITIVE_INFINITY) <= calibrationErrorCeiling,
      actual: numberText(measures.calibrationError.value),
    }),
  },
  {
    rule: 'calibration-slope',
    expected: () =>
      `a calibration slope that may lie between ${slopeBounds.lowest} and ${slopeBounds.highest}`,
    judge: ({ winner: { measures } }) => {
      const { lower, upper } = measures.calibrationSlope;
      return {
        passed:
          lower !== null && upper !== null && lower <= slopeBounds.highest && upper >= slopeBounds.lowest,
        actual: intervalText(measures.calibrationSlope),
      };
    },
  },
  {
    rule: 'no-slice-collapses',
    expected: () => `no part of ${rowsOfTellingSlice} or more customers with ROC AUC below 0.5`,
    judge: ({ evaluation: { winner } }) => {
      const collapsed = winner.slices.filter(
        ({ rows, rocAuc }) => rows >= rowsOfTellingSlice && rocAuc !== null && rocAuc < 0.5,
      );
      return {
        passed: collapsed.length === 0,
        actual:
          collapsed.length === 0
            ? 'none'
            : collapsed
                .map(({ by, name, rows, rocAuc }) => `${by} ${name} (${rows} rows): ${numberText(rocAuc)}`)
                .join(', '),
      };
    },
  },
];

/** Log loss of giving everybody the share of churn p: −p ln p − (1 − p) ln(1 − p), the lowest of any constant. */
function entropy(share: number): number {
  const term = (p: number) => (p > 0 ? -p * Math.log(p) : 0);
  return term(share) + term(1 - share);
}
