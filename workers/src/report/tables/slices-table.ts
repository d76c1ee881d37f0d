import { count, decimal, percent } from '../format-number.ts';
import type { JudgedSlice } from '../judge-slices.ts';
import { sentenceCase } from '../plain-names.ts';
import type { Table } from '../table.ts';

export function slicesTable(by: string, slices: readonly JudgedSlice[]): Table {
  return {
    kind: 'table',
    caption: `By ${by}`,
    columns: [
      { title: sentenceCase(by) },
      { title: 'Customers', numeric: true },
      { title: 'Left', numeric: true },
      { title: 'Share that left', numeric: true },
      { title: 'Mean probability', numeric: true },
      { title: 'ROC AUC', numeric: true },
      { title: 'Note' },
    ],
    rows: slices.map((slice) => [
      slice.name,
      count(slice.rows),
      count(slice.churned),
      percent(slice.observedShare),
      percent(slice.meanProbability),
      decimal(slice.rocAuc),
      noteOf(slice),
    ]),
  };
}

function noteOf({ weak, misjudged, meanProbability, observedShare }: JudgedSlice): string {
  const judged = meanProbability > observedShare ? 'risk overrated' : 'risk underrated';
  return [weak ? 'ordered worse' : '', misjudged ? judged : ''].filter((note) => note !== '').join(', ');
}
