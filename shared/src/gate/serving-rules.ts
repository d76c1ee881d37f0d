import type { GateRule } from './gate-rule.ts';

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
    rule: 'latency',
    expected: ({ latencyBudgetMs }) => `a median of at most ${latencyBudgetMs} ms to score one customer`,
    // The figure itself is for the log: a decision about the same model has the same bytes.
    judge: ({ serving }, { latencyBudgetMs }) => {
      if ('failure' in serving) return { passed: false, actual: 'no model' };
      const passed = serving.medianMs <= latencyBudgetMs;
      return { passed, actual: passed ? 'no more' : 'more' };
    },
  },
];
