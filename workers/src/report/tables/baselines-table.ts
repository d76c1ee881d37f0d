import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { Findings } from '../findings.ts';
import { decimal, percent } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { Table } from '../table.ts';

export function baselinesTable({ baselines }: EvaluationDocument, { winner }: Findings): Table {
  const { rocAuc, logLoss, accuracy } = winner.measures;
  return {
    kind: 'table',
    caption: 'The model at its threshold, beside what is reached without one (at 0.5)',
    columns: [
      { title: 'Who judges' },
      { title: 'ROC AUC', numeric: true },
      { title: 'Log loss', numeric: true },
      { title: 'Accuracy', numeric: true },
    ],
    rows: [
      [
        [{ strong: `${familyWords(winner.family)} (this model)` }],
        decimal(rocAuc.value),
        decimal(logLoss.value, 4),
        percent(accuracy.value),
      ],
      ...baselines.map((baseline) => [
        baseline.name,
        decimal(baseline.rocAuc),
        decimal(baseline.logLoss, 4),
        percent(baseline.accuracy),
      ]),
    ],
  };
}
