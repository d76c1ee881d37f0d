import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import type { Language } from '../../report/language/language.ts';
import type { Examples } from '../write-quarantine.ts';

const shownLetters = 200;

/** A few lines of each rule that applied, as they were delivered, and what became of them. */
export function examplesSection(
  report: CleaningReport,
  examples: Examples,
  { cleaning }: Language,
): PageSection {
  const words = cleaning.examples;
  const columns = words.columns;
  const rows = report.rules.flatMap(({ id, column, action }) =>
    (examples.get(id) ?? []).map(({ file, line, raw, became }) => [
      [{ code: id }],
      [{ code: `${file}:${line}` }],
      [{ code: raw.slice(0, shownLetters) }],
      outcomeOf(words, action, column, became),
    ]),
  );
  const table = renderTable({
    kind: 'table',
    caption: words.caption,
    columns: [
      { title: columns.rule },
      { title: columns.line },
      { title: columns.delivered },
      { title: columns.became },
    ],
    rows,
  });
  return {
    id: 'examples',
    title: words.title,
    html: rows.length === 0 ? `<p>${escapeHtml(words.none)}</p>` : table,
  };
}

function outcomeOf(
  words: Language['cleaning']['examples'],
  action: CleaningReport['rules'][number]['action'],
  column: string,
  became: string | null,
): string {
  switch (action) {
    case 'quarantine':
      return words.quarantined;
    case 'merge':
      return words.merged;
    case 'null':
      return words.emptied(column);
    case 'fix':
      return became === null ? words.otherSpelling(column) : words.became(column, became);
    case 'keep':
      return words.kept;
  }
}
