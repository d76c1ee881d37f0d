import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';

export function hyperparametersTable(
  { family, hyperparameters }: Candidate,
  { choice, formats, names }: Language,
): Table {
  return {
    kind: 'table',
    caption: choice.settingsCaption(names.families[family]),
    columns: [
      { title: choice.settingsColumns.setting },
      { title: choice.settingsColumns.value, numeric: true },
    ],
    rows: Object.entries(hyperparameters).map(([name, value]) => [[{ code: name }], formats.setting(value)]),
  };
}
