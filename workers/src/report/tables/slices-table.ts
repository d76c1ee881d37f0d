import type { JudgedSlice } from '../judge-slices.ts';
import type { Language } from '../language/language.ts';
import { sentenceCase } from '../language/sentence-case.ts';
import type { Table } from '../table.ts';

export function slicesTable(by: string, members: readonly JudgedSlice[], language: Language): Table {
  const { formats, names, slices } = language;
  const { count, decimal, percent } = formats;
  const { columns } = slices;
  const kind = names.sliceKind(by);
  return {
    kind: 'table',
    caption: slices.caption(kind),
    columns: [
      { title: sentenceCase(kind) },
      { title: columns.rows, numeric: true },
      { title: columns.churned, numeric: true },
      { title: columns.observed, numeric: true },
      { title: columns.predicted, numeric: true },
      { title: columns.rocAuc, numeric: true },
      { title: columns.note },
    ],
    rows: members.map((slice) => [
      names.slice(by, slice.name),
      count(slice.rows),
      count(slice.churned),
      percent(slice.observedShare),
      percent(slice.meanProbability),
      decimal(slice.rocAuc),
      noteOf(slice, language),
    ]),
  };
}

function noteOf(
  { weak, misjudged, meanProbability, observedShare }: JudgedSlice,
  { slices }: Language,
): string {
  const judged = meanProbability > observedShare ? slices.overrated : slices.underrated;
  return [weak ? slices.orderedWorse : '', misjudged ? judged : ''].filter((note) => note !== '').join(', ');
}
