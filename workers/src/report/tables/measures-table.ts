import type { Interval, Measures } from '@churn/shared/artifacts/evaluation-document';
import { measureMeanings } from '../measure-meanings.ts';
import type { Table } from '../table.ts';

export function measuresTable(measures: Measures, churnShare: number): Table {
  return {
    kind: 'table',
    caption: 'Measures on the test rows, with 95 % intervals',
    columns: [
      { title: 'Measure' },
      { title: 'Value', numeric: true },
      { title: '95 % interval', numeric: true },
      { title: 'What it means' },
    ],
    rows: measureMeanings.map(({ name, title, format, meaning }) => [
      title,
      [{ strong: format(measures[name].value) }],
      intervalText(measures[name], format),
      meaning(measures, churnShare),
    ]),
  };
}

/** `0.79 to 0.83`. */
export function intervalText({ lower, upper }: Interval, format: (value: number | null) => string): string {
  return lower === null || upper === null ? '–' : `${format(lower)} to ${format(upper)}`;
}
