import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import * as aq from 'arquero';
import { count, percent } from '../format-number.ts';
import type { Table } from '../table.ts';

type Rule = CleaningReport['rules'][number];

const actionWords: Record<Rule['action'], string> = {
  quarantine: 'set aside',
  merge: 'merged with its like',
  null: 'value emptied',
  fix: 'spelling unified',
  keep: 'counted, kept',
};

export function deliveryTable({ customers, transactions }: CleaningReport): Table {
  return {
    kind: 'table',
    caption: 'Rows of the delivered files',
    columns: [
      { title: 'File' },
      { title: 'Delivered', numeric: true },
      { title: 'Accepted', numeric: true },
      { title: 'Merged', numeric: true },
      { title: 'Set aside', numeric: true },
      { title: 'Share set aside', numeric: true },
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
export function rulesTable(report: CleaningReport): Table {
  const applied = report.rules.filter(({ rows }) => rows > 0);
  // A table of no rows has no columns to order by.
  const met =
    applied.length === 0
      ? []
      : (aq.from(applied).orderby('table', aq.desc('rows'), 'id').objects() as Rule[]);
  return {
    kind: 'table',
    caption: 'Cleaning rules that applied',
    columns: [
      { title: 'Rule' },
      { title: 'Table' },
      { title: 'Column' },
      { title: 'Rows', numeric: true },
      { title: 'Share', numeric: true },
      { title: 'What was done' },
      { title: 'Why' },
    ],
    rows: met.map(({ id, table, column, rows, action, reason }) => [
      [{ code: id }],
      table,
      column === '' ? '–' : [{ code: column }],
      count(rows),
      percent(share(rows, report[table].rowsDelivered), 2),
      actionWords[action],
      reason,
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
