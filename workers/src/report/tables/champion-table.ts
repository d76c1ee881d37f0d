import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import type { Language } from '../language/language.ts';
import { measureForms } from '../measure-forms.ts';
import type { Table } from '../table.ts';
import { intervalText } from './interval-text.ts';

export function championTable(
  { measures }: ChampionComparison,
  winner: Candidate,
  language: Language,
): Table {
  const { gate, page } = language;
  const columns = gate.championColumns;
  return {
    kind: 'table',
    caption: gate.championCaption,
    columns: [
      { title: columns.measure },
      { title: columns.thisModel, numeric: true },
      { title: page.interval, numeric: true },
      { title: columns.champion, numeric: true },
      { title: page.interval, numeric: true },
    ],
    rows: measureForms(language).map(({ name, title, format }) => [
      title,
      format(winner.measures[name].value),
      intervalText(winner.measures[name], format, language),
      format(measures?.[name].value ?? null),
      measures === null ? '–' : intervalText(measures[name], format, language),
    ]),
  };
}
