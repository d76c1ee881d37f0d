import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import * as aq from 'arquero';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';

type Rule = CleaningReport['rules'][number];

export function deliveryTable(
  { customers, transactions }: CleaningReport,
  { data, formats }: Language,
): Table {
  const { count, percent } = formats;
  const columns = data.deliveryColumns;
  return {
    kind: 'table',
    caption: data.deliveryCaption,
    columns: [
      { title: columns.file },
      { title: columns.delivered, numeric: true },
      { title: columns.accepted, numeric: true },
      { title: columns.merged, numeric: true },
      { title: columns.quarantined, numeric: true },
      { title: columns.quarantinedShare, numeric: true },
    ],
    rows: [customers, transactions].map((counts) => [
      [{ code: counts.file }],
      count(counts.rowsDelivered),
      count(counts.rowsAccepted),
      count(counts.rowsMerged),
      count(counts.rowsQuarantined),
      percent(share(counts.rowsQuarantined, counts.rowsDelivered), 2),
    ]),
  };
}

/** Rules that met rows, those with most rows first; a rule that no row met has nothing to tell. */
export function rulesTable(report: CleaningReport, { data, formats, names }: Language): Table {
  const { count, percent } = formats;
  const columns = data.rulesColumns;
  const applied = report.rules.filter(({ rows }) => rows > 0);
  // A table of no rows has no columns to order by.
  const met =
    applied.length === 0
      ? []
      : (aq.from(applied).orderby('table', aq.desc('rows'), 'id').objects() as Rule[]);
  return {
    kind: 'table',
    caption: data.rulesCaption,
    columns: [
      { title: columns.rule },
      { title: columns.table },
      { title: columns.column },
      { title: columns.rows, numeric: true },
      { title: columns.share, numeric: true },
      { title: columns.done },
      { title: columns.why },
    ],
    rows: met.map(({ id, table, column, rows, action, reason }) => [
      [{ code: id }],
      names.tables[table],
      column === '' ? '–' : [{ code: column }],
      count(rows),
      percent(share(rows, report[table].rowsDelivered), 2),
      names.actions[action],
      data.reason(id) ?? [{ english: reason }],
    ]),
  };
}

/** Rows by what was done with them, over all rules. */
export function rowsByAction(report: CleaningReport): ReadonlyMap<Rule['action'], number> {
  const totals = aq
    .from([...report.rules])
    .groupby('action')
    .rollup({ rows: aq.op.sum('rows') })
    .objects() as { action: Rule['action']; rows: number }[];
  return new Map(totals.map(({ action, rows }) => [action, rows]));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
