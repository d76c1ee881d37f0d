import type { ColumnProfile, DataProfile, Distribution } from '@churn/shared/cleaning/data-profile';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import * as aq from 'arquero';
import type { GroupCount } from './count-groups.ts';
import { amountLabels, unreadable } from './group-sql.ts';

const listedTexts = 12;

const columns: Readonly<Record<DeliveredTable, readonly (readonly [string, ColumnProfile['kind']])[]>> = {
  customers: [
    ['age', 'number'],
    ['gender', 'text'],
    ['signup_date', 'day'],
    ['region', 'text'],
    ['churn', 'text'],
  ],
  transactions: [
    ['transaction_date', 'day'],
    ['amount', 'number'],
    ['service', 'text'],
  ],
};

/** Makes tables of counted groups; the same counts in any order are the same profile. */
export function makeProfile(counts: readonly GroupCount[]): DataProfile {
  const groups = aq
    .from(counts.map((count) => ({ ...count, isEmpty: count.label === null, label: count.label ?? '' })))
    .groupby('table', 'column', 'moment', 'isEmpty', 'label')
    .rollup({ rows: aq.op.sum('rows') })
    .objects() as (Omit<GroupCount, 'label'> & { label: string; isEmpty: boolean })[];
  const profileOf = (table: DeliveredTable) =>
    columns[table].map(([column, kind]): ColumnProfile => {
      const distribution = (moment: GroupCount['moment']) =>
        distributionOf(
          kind,
          groups.filter(
            (group) => group.table === table && group.column === column && group.moment === moment,
          ),
        );
      return { column, kind, before: distribution('before'), after: distribution('after') };
    });
  return {
    format: 'churn-data-profile',
    formatVersion: 1,
    customers: profileOf('customers'),
    transactions: profileOf('transactions'),
  };
}

function distributionOf(
  kind: ColumnProfile['kind'],
  all: readonly { readonly label: string; readonly rows: number; readonly isEmpty: boolean }[],
): Distribution {
  const filled = all
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ label, rows }) => ({ label, rows, place: placeOf(label) }));
  const ordered = filled.length === 0 ? [] : inOrder(filled, kind);
  const listed = kind === 'text' ? ordered.slice(0, listedTexts) : ordered;
  const total = (some: readonly { readonly rows: number }[]) => some.reduce((sum, { rows }) => sum + rows, 0);
  return {
    filled: total(filled),
    empty: total(all.filter(({ isEmpty }) => isEmpty)),
    distinct: filled.length,
    groups: listed.map(({ label, rows }) => ({ label, rows })),
    otherRows: total(ordered) - total(listed),
  };
}

function inOrder(
  groups: readonly { readonly label: string; readonly rows: number; readonly place: number }[],
  kind: ColumnProfile['kind'],
) {
  return aq
    .from([...groups])
    .orderby(...(kind === 'text' ? [aq.desc('rows'), 'label'] : ['place', 'label']))
    .objects() as { label: string; rows: number }[];
}

/** Amounts by their groups, ages by their first number, days by their text; what is unreadable last. */
function placeOf(label: string): number {
  if (label === unreadable) return Number.POSITIVE_INFINITY;
  const amount = amountLabels.indexOf(label);
  if (amount >= 0) return amount;
  return / to /.test(label) ? Number.parseInt(label, 10) : 0;
}
