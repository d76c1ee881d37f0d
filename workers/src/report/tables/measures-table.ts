import type { Measures } from '@churn/shared/artifacts/measures';
import type { Language } from '../language/language.ts';
import { measureForms } from '../measure-forms.ts';
import type { Table } from '../table.ts';
import { intervalText } from './interval-text.ts';

export function measuresTable(measures: Measures, churnShare: number, language: Language): Table {
  const { page, quality } = language;
  const columns = quality.measuresColumns;
  return {
    kind: 'table',
    caption: quality.measuresCaption,
    columns: [
      { title: columns.measure },
      { title: columns.value, numeric: true },
      { title: page.interval, numeric: true },
      { title: columns.meaning },
    ],
    rows: measureForms(language).map(({ name, title, format, meaning }) => [
      title,
      [{ strong: format(measures[name].value) }],
      intervalText(measures[name], format, language),
      meaning(measures, churnShare),
    ]),
  };
}
