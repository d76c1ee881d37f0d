import { formats } from './formats.ts';

const { count, percent } = formats;

export const data = {
  title: 'The data and their faults',
  intro: (v: { firstDay: string; lastDay: string }) =>
    `Transactions from ${v.firstDay} to ${v.lastDay}. Every delivered row is accepted, merged with one that says the same, or set aside ` +
    'with file, line and reason in the quarantine file; nothing disappears.',
  noRuleMet: (rules: number) => `None of the ${count(rules)} rules of cleaning met a row.`,
  rulesMet: (v: {
    met: number;
    rules: number;
    quarantined: number;
    quarantinedShare: number;
    merged: number;
    emptied: number;
    fixed: number;
    kept: number;
  }) =>
    `${count(v.met)} of ${count(v.rules)} rules of cleaning met rows: ${count(v.quarantined)} rows ` +
    `(${percent(v.quarantinedShare, 2)}) were set aside, ${count(v.merged)} merged, ${count(v.emptied)} values emptied, ` +
    `${count(v.fixed)} spellings unified, and ${count(v.kept)} oddities kept as they were.`,
  deliveryCaption: 'Rows of the delivered files',
  deliveryColumns: {
    file: 'File',
    delivered: 'Delivered',
    accepted: 'Accepted',
    merged: 'Merged',
    quarantined: 'Set aside',
    quarantinedShare: 'Share set aside',
  },
  rulesCaption: 'Cleaning rules that applied',
  rulesColumns: {
    rule: 'Rule',
    table: 'Table',
    column: 'Column',
    rows: 'Rows',
    share: 'Share',
    done: 'What was done',
    why: 'Why',
  },
  /** Why a rule applies; undefined where the language has no words of its own for the rule. */
  reason: (_rule: string): string | undefined => undefined,
};
