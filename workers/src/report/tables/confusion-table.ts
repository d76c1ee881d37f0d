import type { Confusion } from '@churn/shared/artifacts/evaluation-document';
import { count } from '../format-number.ts';
import type { Table } from '../table.ts';

export function confusionTable(confusion: Confusion): Table {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  return {
    kind: 'table',
    caption: 'Test customers by what was predicted and what happened',
    columns: [
      { title: 'What happened' },
      { title: 'Marked as leaving', numeric: true },
      { title: 'Not marked', numeric: true },
      { title: 'All', numeric: true },
    ],
    rows: [
      ['Left', count(truePositives), count(falseNegatives), count(truePositives + falseNegatives)],
      ['Stayed', count(falsePositives), count(trueNegatives), count(falsePositives + trueNegatives)],
      [
        'All',
        count(truePositives + falsePositives),
        count(falseNegatives + trueNegatives),
        count(truePositives + falsePositives + trueNegatives + falseNegatives),
      ],
    ],
  };
}
