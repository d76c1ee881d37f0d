import type { ColumnProfile, DataProfile, Distribution } from '@churn/shared/cleaning/data-profile';
import { escapeHtml } from '@churn/shared/platform/escape-html';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import type { Language } from '../../report/language/language.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { byYear } from './by-year.ts';

/** What the columns of each table hold, before cleaning and after. */
export function profileSections(profile: DataProfile, language: Language): PageSection[] {
  return deliveredTables.map((table) => {
    const columns = profile[table];
    const html = [
      renderTable(overview(columns, language)),
      ...columns.map((column) => columnHtml(column, language)),
    ].join('\n');
    return { id: `profile-${table}`, title: language.cleaning.profile.title(table), html };
  });
}

function overview(columns: readonly ColumnProfile[], { cleaning, formats }: Language) {
  const { count, percent } = formats;
  const words = cleaning.profile;
  const titles = words.columns;
  const filled = ({ filled: rows, empty }: Distribution) => percent(rows / Math.max(1, rows + empty));
  return {
    kind: 'table' as const,
    caption: words.caption,
    columns: [
      { title: titles.column },
      { title: titles.filledBefore, numeric: true },
      { title: titles.filledAfter, numeric: true },
      { title: titles.distinctBefore, numeric: true },
      { title: titles.distinctAfter, numeric: true },
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

function columnHtml({ column, kind, before, after }: ColumnProfile, language: Language): string {
  const words = language.cleaning.profile;
  const charts = [
    barChart(
      words.before,
      barsOf(kind, before, words),
      before.filled + before.empty,
      'var(--series-muted)',
      language,
    ),
    barChart(
      words.after,
      barsOf(kind, after, words),
      after.filled + after.empty,
      'var(--series-main)',
      language,
    ),
  ];
  return `<h3>${escapeHtml(column)}</h3>\n<div class="charts">${charts.join('\n')}</div>`;
}

function barsOf(
  kind: ColumnProfile['kind'],
  { groups, otherRows, empty }: Distribution,
  words: Language['cleaning']['profile'],
): Bar[] {
  const shown = kind === 'day' ? byYear(groups) : groups;
  const bars = shown.map(({ label, rows }) => ({
    label: kind === 'text' ? label : words.group(label),
    rows,
  }));
  if (otherRows > 0) bars.push({ label: words.others, rows: otherRows });
  if (empty > 0) bars.push({ label: words.empty, rows: empty });
  return bars;
}
