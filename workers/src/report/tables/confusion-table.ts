import type { Confusion } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';

export function confusionTable(confusion: Confusion, { formats, quality }: Language): Table {
  const { count } = formats;
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const columns = quality.confusionColumns;
  return {
    kind: 'table',
    caption: quality.confusionCaption,
    columns: [
      { title: columns.happened },
      { title: columns.marked, numeric: true },
      { title: columns.unmarked, numeric: true },
      { title: columns.all, numeric: true },
    ],
    rows: [
      [quality.left, count(truePositives), count(falseNegatives), count(truePositives + falseNegatives)],
      [quality.stayed, count(falsePositives), count(trueNegatives), count(falsePositives + trueNegatives)],
      [
        columns.all,
        count(truePositives + falsePositives),
        count(falseNegatives + trueNegatives),
        count(truePositives + falsePositives + trueNegatives + falseNegatives),
      ],
    ],
  };
}
