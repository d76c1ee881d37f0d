import type { ColumnProfile, DataProfile, Distribution } from '@churn/shared/cleaning/data-profile';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { escapeHtml } from '../../report/html/escape-html.ts';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import { english } from '../../report/language/english.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { byYear } from './by-year.ts';

const { count, percent } = english.formats;

/** What the columns of each table hold, before cleaning and after. */
export function profileSections(profile: DataProfile): PageSection[] {
  return deliveredTables.map((table) => {
    const columns = profile[table];
    const html = [renderTable(overview(columns)), ...columns.map(columnHtml)].join('\n');
    return { id: `profile-${table}`, title: `What the columns of ${table} hold`, html };
  });
}

function overview(columns: readonly ColumnProfile[]) {
  const filled = ({ filled: rows, empty }: Distribution) => percent(rows / Math.max(1, rows + empty));
  return {
    kind: 'table' as const,
    caption: 'Columns before cleaning and after',
    columns: [
      { title: 'Column' },
      { title: 'Filled before', numeric: true },
      { title: 'Filled after', numeric: true },
      { title: 'Different values before', numeric: true },
      { title: 'Different values after', numeric: true },
    ],
    rows: columns.map(({ column, before, after }) => [
      [{ code: column }],
      filled(before),
      filled(after),
      count(before.distinct),
      count(after.distinct),
    ]),
  };
}

function columnHtml({ column, kind, before, after }: ColumnProfile): string {
  const charts = [
    barChart('Before', barsOf(kind, before), before.filled + before.empty, 'var(--series-muted)'),
    barChart('After', barsOf(kind, after), after.filled + after.empty, 'var(--series-main)'),
  ];
  return `<h3>${escapeHtml(column)}</h3>\n<div class="charts">${charts.join('\n')}</div>`;
}

function barsOf(kind: ColumnProfile['kind'], { groups, otherRows, empty }: Distribution): Bar[] {
  const shown = kind === 'day' ? byYear(groups) : groups;
  const bars = shown.map(({ label, rows }) => ({ label, rows }));
  if (otherRows > 0) bars.push({ label: 'all others', rows: otherRows });
  if (empty > 0) bars.push({ label: '(empty)', rows: empty });
  return bars;
}
