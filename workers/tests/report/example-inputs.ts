import { defaultGateSettings } from '@churn/shared/gate/gate-settings';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { exampleCleaning } from './example-cleaning.ts';
import { exampleSearch } from './example-search.ts';
import { type ExampleSettings, simulatedEvaluation } from './simulated-evaluation.ts';

/** Inputs of a report as a run leaves them: simulated test customers, measured by the code that measures real ones. */
export function exampleInputs(settings: ExampleSettings = {}): ReportInputs {
  return {
    run: 'r1',
    evaluation: simulatedEvaluation(settings),
    cleaning: exampleCleaning(),
    searches: [exampleSearch('gradient-boosting', 0.43), exampleSearch('logistic-regression', 0.45)],
    promotion: {
      outcome: 'refused',
      reasons: ['roc-auc-floor: expected ROC AUC of at least 0.9, got 0.81'],
      decision: {
        settings: { ...defaultGateSettings, rocAucFloor: 0.9, acceptedLeakage: [] },
        championSha256: null,
        refit: null,
        refitChoice: 'auto',
        decisions: [
          { rule: 'roc-auc-floor', passed: false, expected: 'ROC AUC of at least 0.9', actual: '0.81' },
          { rule: 'test-rows', passed: true, expected: '100 test rows or more', actual: '1200' },
        ],
      },
      refitted: null,
    },
    costs: new Map([
      ['gradient-boosting', { fitSeconds: 1.234, medianMicroseconds: 23.4, p99Microseconds: 111.6 }],
    ]),
    artifacts: [
      {
        role: 'customers, as delivered',
        path: `raw/${'1'.repeat(64)}.csv`,
        sha256: '1'.repeat(64),
        bytes: 1_234_567,
        rows: 20_000,
      },
      {
        role: 'evaluation',
        path: `evaluations/${'2'.repeat(64)}.json`,
        sha256: '2'.repeat(64),
        bytes: 98_765,
        rows: null,
      },
    ],
  };
}
