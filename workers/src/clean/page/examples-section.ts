import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import type { Examples } from '../write-quarantine.ts';

const shownLetters = 200;

/** A few lines of each rule that applied, as they were delivered, and what became of them. */
export function examplesSection(report: CleaningReport, examples: Examples): PageSection {
  const rows = report.rules.flatMap(({ id, column, action }) =>
    (examples.get(id) ?? []).map(({ file, line, raw, became }) => [
      [{ code: id }],
      [{ code: `${file}:${line}` }],
      [{ code: raw.slice(0, shownLetters) }],
      outcomeOf(action, column, became),
    ]),
  );
  const table = renderTable({
    kind: 'table',
    caption: 'Examples, the first lines of each rule',
    columns: [
      { title: 'Rule' },
      { title: 'Line' },
      { title: 'As delivered' },
      { title: 'What became of it' },
    ],
    rows,
  });
  return { id: 'examples', title: 'Examples', html: rows.length === 0 ? '<p>No rule applied.</p>' : table };
}

function outcomeOf(
  action: CleaningReport['rules'][number]['action'],
  column: string,
  became: string | null,
): string {
  switch (action) {
    case 'quarantine':
      return 'set aside';
    case 'merge':
      return 'merged with its like';
    case 'null':
      return `${column} is empty`;
    case 'fix':
      return became === null ? `${column} in another spelling` : `${column} is ${became}`;
    case 'keep':
      return 'kept';
  }
}
