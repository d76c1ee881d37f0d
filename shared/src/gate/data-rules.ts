import type { GateRule } from './gate-rule.ts';

/** Rules on what the measuring rests on. */
export const dataRules: readonly GateRule[] = [
  {
    rule: 'test-rows',
    expected: ({ fewestTestRows }) =>
      `at least ${fewestTestRows} test rows, with customers who churned and customers who stayed`,
    judge: ({ evaluation: { test } }, { fewestTestRows }) => ({
      passed: test.rows >= fewestTestRows && test.churned > 0 && test.churned < test.rows,
      actual: `${test.rows} test rows, ${test.churned} of them churned`,
    }),
  },
  {
    rule: 'no-leakage',
    expected: ({ acceptedLeakage }) =>
      acceptedLeakage.length === 0
        ? 'every check for leakage to pass'
        : `every check for leakage to pass, except ${acceptedLeakage.join(', ')}`,
    judge: ({ evaluation: { leakage } }, { acceptedLeakage }) => {
      const failed = leakage.filter(({ check, passed }) => !passed && !acceptedLeakage.includes(check));
      return {
        passed: failed.length === 0,
        actual:
          failed.length === 0
            ? 'no finding'
            : failed.map(({ check, finding }) => `"${check}": ${finding}`).join('; '),
      };
    },
  },
];
