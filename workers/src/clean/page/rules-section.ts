import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import type { Language } from '../../report/language/language.ts';
import { rulesTable } from '../../report/tables/cleaning-tables.ts';

/** Which rules applied, how often, and how much each may set aside. */
export function rulesSection(report: CleaningReport, language: Language): PageSection {
  const { cleaning, data, formats } = language;
  const { percent } = formats;
  const words = cleaning.rules;
  const budgets = report.rules.filter(({ budget, rows }) => budget !== null && rows > 0);
  const spent = renderTable({
    kind: 'table',
    caption: words.spentCaption,
    columns: [
      { title: words.spentColumns.rule },
      { title: words.spentColumns.share, numeric: true },
      { title: words.spentColumns.allowed, numeric: true },
    ],
    rows: budgets.map(({ id, table, rows, budget }) => [
      [{ code: id }],
      percent(rows / report[table].rowsDelivered, 2),
      percent(budget, 2),
    ]),
  });
  const unmet = report.rules
    .filter(({ rows }) => rows === 0)
    .map(({ id, reason }) => [[{ code: id }], data.reason(id) ?? [{ english: reason }]]);
  const others = renderTable({
    kind: 'table',
    caption: words.unmetCaption,
    columns: [{ title: words.unmetColumns.rule }, { title: words.unmetColumns.why }],
    rows: unmet,
  });
  const html = `${renderTable(rulesTable(report, language))}\n${budgets.length === 0 ? '' : spent}
<details><summary>${escapeHtml(words.unmet(unmet.length))}</summary>${others}</details>`;
  return { id: 'rules', title: words.title, html };
}
