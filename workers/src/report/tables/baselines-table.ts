import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';

export function baselinesTable(
  { baselines }: EvaluationDocument,
  { winner }: Findings,
  { formats, measures, names, quality }: Language,
): Table {
  const { decimal, percent } = formats;
  const { rocAuc, logLoss, accuracy } = winner.measures;
  return {
    kind: 'table',
    caption: quality.baselinesCaption,
    columns: [
      { title: quality.whoJudges },
      { title: measures.rocAuc.title, numeric: true },
      { title: measures.logLoss.title, numeric: true },
      { title: measures.accuracy.title, numeric: true },
    ],
    rows: [
      [
        [{ strong: quality.thisModel(names.families[winner.family]) }],
        decimal(rocAuc.value),
        decimal(logLoss.value, 4),
        percent(accuracy.value),
      ],
      ...baselines.map((baseline) => [
        names.baseline(baseline.name),
        decimal(baseline.rocAuc),
        decimal(baseline.logLoss, 4),
        percent(baseline.accuracy),
      ]),
    ],
  };
}
