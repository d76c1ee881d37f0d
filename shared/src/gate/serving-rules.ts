import type { GateRule } from './gate-rule.ts';
import { millisecondsText, numberText } from './gate-text.ts';

/** Log loss by which a refitted model may be worse than the measured one on rows that it has learned from. */
export const refitTolerance = 0.005;

/** Rules on the artifact: that what was measured is what will be served. */
export const servingRules: readonly GateRule[] = [
  {
    rule: 'loads-for-serving',
    expected: () => 'a model that loads where the API loads it',
    judge: ({ serving }) =>
      'failure' in serving
        ? { passed: false, actual: serving.failure }
        : { passed: true, actual: 'one that loads' },
  },
  {
    rule: 'repeats-golden-rows',
    expected: () => 'the same probabilities bit for bit, in a batch and one at a time',
    judge: ({ serving }) =>
      'failure' in serving
        ? { passed: false, actual: 'no model' }
        : {
            passed: serving.differingRows === 0,
            actual: `${serving.differingRows} of ${serving.goldenRows} golden rows that differ`,
          },
  },
  {
    rule: 'repeats-evaluation',
    expected: () => 'the probabilities that were evaluated, bit for bit on every test row',
    judge: ({ serving, evaluation: { winner } }) => {
      if ('failure' in serving) return { passed: false, actual: 'no model' };
      const passed = serving.predictionsSha256 === winner.predictionsSha256;
      return { passed, actual: passed ? 'the same' : 'others (run churn evaluate again)' };
    },
  },
  {
    rule: 'refit-agrees',
    /** Settings that do well on part of the rows do no worse on rows they were fitted on; a fit that went wrong does. */
    expected: () =>
      `a log loss on the test rows at most ${refitTolerance} above the one evaluated, after a fit that has these rows, too`,
    judge: ({ serving }) => {
      if ('failure' in serving) return { passed: false, actual: 'no model' };
      if (serving.refit === null) return { passed: true, actual: 'the one evaluated, not fitted again' };
      const { testLogLoss, evaluatedTestLogLoss } = serving.refit;
      return {
        passed: testLogLoss <= evaluatedTestLogLoss + refitTolerance,
        actual: `${numberText(testLogLoss)} on rows it has learned from, against ${numberText(evaluatedTestLogLoss)}`,
      };
    },
  },
  {
    rule: 'latency',
    expected: ({ latencyBudgetMs }) => `one customer scored within ${latencyBudgetMs} ms (median)`,
    judge: ({ serving }, { latencyBudgetMs }) => {
      if ('failure' in serving) return { passed: false, actual: 'no model' };
      const passed = serving.medianMs <= latencyBudgetMs;
      return {
        passed,
        actual: passed ? 'a model within the budget' : 'a slower model',
        measured: `${millisecondsText(serving.medianMs)}, slowest hundredth ${millisecondsText(serving.p99Ms)}`,
      };
    },
  },
];
