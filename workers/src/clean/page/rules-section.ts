import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import { english } from '../../report/language/english.ts';
import { rulesTable } from '../../report/tables/cleaning-tables.ts';

const { percent } = english.formats;

/** Which rules applied, how often, and how much each may set aside. */
export function rulesSection(report: CleaningReport): PageSection {
  const budgets = report.rules.filter(({ budget, rows }) => budget !== null && rows > 0);
  const spent = renderTable({
    kind: 'table',
    caption: 'Rows set aside beside what is allowed',
    columns: [
      { title: 'Rule' },
      { title: 'Share of rows', numeric: true },
      { title: 'Allowed share', numeric: true },
    ],
    rows: budgets.map(({ id, table, rows, budget }) => [
      [{ code: id }],
      percent(rows / report[table].rowsDelivered, 2),
      percent(budget, 2),
    ]),
  });
  const unmet = report.rules
    .filter(({ rows }) => rows === 0)
    .map(({ id, reason }) => [[{ code: id }], reason]);
  const others = renderTable({
    kind: 'table',
    caption: 'Rules that no row met',
    columns: [{ title: 'Rule' }, { title: 'Why it would apply' }],
    rows: unmet,
  });
  const html = `${renderTable(rulesTable(report, english))}\n${budgets.length === 0 ? '' : spent}
<details><summary>${unmet.length} rules met no row</summary>${others}</details>`;
  return { id: 'rules', title: 'Rules that applied', html };
}
