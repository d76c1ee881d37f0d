import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { setting } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { Table } from '../table.ts';

export function hyperparametersTable({ family, hyperparameters }: Candidate): Table {
  return {
    kind: 'table',
    caption: `Settings of ${familyWords(family)}`,
    columns: [{ title: 'Setting' }, { title: 'Value', numeric: true }],
    rows: Object.entries(hyperparameters).map(([name, value]) => [[{ code: name }], setting(value)]),
  };
}
