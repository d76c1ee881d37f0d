import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import { formats } from './formats.ts';

const { count, percent } = formats;

/** The page of the cleaning. */
export const cleaning = {
  title: 'Cleaning report',
  subtitle: (v: { customers: string; transactions: string }) => `${v.customers} and ${v.transactions}`,
  summary: {
    title: 'What came and what stayed',
    counts: (v: {
      table: DeliveredTable;
      delivered: number;
      accepted: number;
      merged: number;
      quarantined: number;
    }) =>
      `Of ${count(v.delivered)} delivered ${v.table}, ${count(v.accepted)} (${percent(v.accepted / v.delivered)}) were accepted, ` +
      `${count(v.merged)} merged with a row that says the same, ${count(v.quarantined)} set aside in the quarantine.`,
    values: (v: { fixed: number; emptied: number }) =>
      `In accepted rows, ${count(v.fixed)} values were given one spelling and ${count(v.emptied)} that mean nothing were emptied.`,
    delivered: (table: DeliveredTable) => `Delivered ${table}`,
    bars: { accepted: 'accepted', merged: 'merged', quarantined: 'set aside' },
  },
  files: {
    title: 'How the files were read',
    caption: 'Delivered files and how they are read',
    columns: {
      file: 'File',
      table: 'Table',
      rows: 'Rows',
      writtenAs: 'Written as',
      dates: 'Dates',
      amounts: 'Amounts',
      renamed: 'Columns under other names',
      arrived: 'Arrived',
    },
    others: (files: number) => `And ${count(files)} more files.`,
    delimiter: (delimiter: string) => `delimiter ${delimiter}`,
    tab: 'tab',
    quote: (quote: string) => `quote ${quote}`,
    noQuotes: 'no quotes',
    decimals: { point: 'point', comma: 'comma' },
    dates: {
      iso: 'iso',
      compact: 'compact',
      named: 'named',
      'day-first': 'day-first',
      'month-first': 'month-first',
    },
  },
  rules: {
    title: 'Rules that applied',
    spentCaption: 'Rows set aside beside what is allowed',
    spentColumns: { rule: 'Rule', share: 'Share of rows', allowed: 'Allowed share' },
    unmetCaption: 'Rules that no row met',
    unmetColumns: { rule: 'Rule', why: 'Why it would apply' },
    unmet: (rules: number) => `${count(rules)} rules met no row`,
  },
  examples: {
    title: 'Examples',
    caption: 'Examples, the first lines of each rule',
    columns: { rule: 'Rule', line: 'Line', delivered: 'As delivered', became: 'What became of it' },
    none: 'No rule applied.',
    quarantined: 'set aside',
    merged: 'merged with its like',
    emptied: (column: string) => `${column} is empty`,
    otherSpelling: (column: string) => `${column} in another spelling`,
    became: (column: string, value: string) => `${column} is ${value}`,
    kept: 'kept',
  },
  profile: {
    title: (table: DeliveredTable) => `What the columns of ${table} hold`,
    caption: 'Columns before cleaning and after',
    columns: {
      column: 'Column',
      filledBefore: 'Filled before',
      filledAfter: 'Filled after',
      distinctBefore: 'Different values before',
      distinctAfter: 'Different values after',
    },
    before: 'Before',
    after: 'After',
    others: 'all others',
    empty: '(empty)',
    noRows: 'no rows',
    /** A group of numbers or days, which documents name in English. */
    group: (label: string) => label,
  },
};
