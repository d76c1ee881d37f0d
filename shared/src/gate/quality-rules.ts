import { recencyBaseline } from '../artifacts/evaluation-document.ts';
import { baseRateLogLoss } from '../metrics/base-rate-log-loss.ts';
import { shareContacted } from '../metrics/share-contacted.ts';
import { collapsedSlices, collapseStandardErrors } from './collapsed-slices.ts';
import type { GateRule } from './gate-rule.ts';
import { gainText, intervalText, numberText } from './gate-text.ts';

/** A slope of 1 is right; below it probabilities are too extreme, above it too timid. */
export const slopeBounds = { lowest: 0.5, highest: 2 } as const;

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
      const limit = baseRateLogLoss(test.churned / test.rows);
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
    rule: 'better-than-recency',
    /** The measured gain, not its lower bound: without this model there may be none, and recency alone is not on offer. */
    expected: () => 'a log loss below that of the days since the last transaction alone',
    judge: ({ evaluation: { baselines } }) => {
      const recency = baselines.find(({ name }) => name === recencyBaseline);
      if (recency === undefined) return { passed: true, actual: 'no such baseline on these rows' };
      const gain = recency.logLossGain;
      return {
        passed: (gain?.value ?? 0) > 0,
        actual: gainText(gain),
      };
    },
  },
  {
    rule: 'profitable',
    /**
     * The measured profit: a campaign that is run on the model has no champion's profit to stand in for it. Where the costs
     * are such that nobody or everyone is contacted, the campaign needs no model, and no other model would do better.
     */
    expected: () =>
      'a profit above 0 and above contacting as many at random (above 0 only, if that is everyone; any, if nobody)',
    judge: ({ winner: { measures, confusion } }) => {
      const { profitPerCustomer, profitAboveRandom } = measures;
      const share = shareContacted(confusion);
      if (share === 0) return { passed: true, actual: 'nobody to contact at the threshold' };
      const passed = (profitPerCustomer.value ?? 0) > 0;
      const profit = `${intervalText(profitPerCustomer)} a customer`;
      if (share === 1) return { passed, actual: `${profit}, with everyone contacted` };
      return {
        passed: passed && (profitAboveRandom.value ?? 0) > 0,
        actual: `${profit}, ${intervalText(profitAboveRandom)} above random`,
      };
    },
  },
  {
    rule: 'no-slice-collapses',
    expected: () =>
      `no part of the customers with ROC AUC more than ${collapseStandardErrors} standard errors below 0.5`,
    judge: ({ evaluation: { winner } }) => {
      const collapsed = collapsedSlices(winner.slices);
      return {
        passed: collapsed.length === 0,
        actual:
          collapsed.length === 0
            ? 'none'
            : collapsed
                .map(
                  ({ by, name, rows, churned, rocAuc }) =>
                    `${by} ${name}: ${numberText(rocAuc)} (${rows} rows, ${churned} of them churned)`,
                )
                .join(', '),
      };
    },
  },
];
