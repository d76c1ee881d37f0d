import type { Candidate, ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import { measureMeanings } from '../measure-meanings.ts';
import type { Table } from '../table.ts';
import { intervalText } from './measures-table.ts';

export function championTable({ measures }: ChampionComparison, winner: Candidate): Table {
  return {
    kind: 'table',
    caption: 'This model and the one in service on the same test rows',
    columns: [
      { title: 'Measure' },
      { title: 'This model', numeric: true },
      { title: '95 % interval', numeric: true },
      { title: 'In service', numeric: true },
      { title: '95 % interval', numeric: true },
    ],
    rows: measureMeanings.map(({ name, title, format }) => [
      title,
      format(winner.measures[name].value),
      intervalText(winner.measures[name], format),
      format(measures?.[name].value ?? null),
      measures === null ? '–' : intervalText(measures[name], format),
    ]),
  };
}
