import { type CustomerRow, customerLine } from './export-rows.ts';
import type { Fault } from './fault.ts';

const femaleSpelling = 'Feminino';
const maleSpelling = 'M';
const otherSpelling = 'Outro';

/** One kind for every rule that cleaning has for customers, and more for rules that meet several. */
export const customerFaults: readonly Fault<CustomerRow>[] = [
  added('short-line', 'broken-customer-line', 'quarantine', (row) => `${row.customer_id},${row.age}`),
  added('no-id', 'customer-without-id', 'quarantine', (row) => customerLine({ ...row, customer_id: '' })),
  added('emptier-row', 'conflicting-customer', 'quarantine', (row) =>
    customerLine({ ...row, age: '', region: '' }),
  ),
  added('doubled-row', 'repeated-customer', 'merge', customerLine),
  changed('id-as-decimal', 'customer-id-as-decimal', 'fix', (row) => ({
    customer_id: `${row.customer_id}.0`,
  })),
  changed('age-below-zero', 'bad-age', 'null', () => ({ age: '-1' })),
  changed('age-of-two-centuries', 'bad-age', 'null', () => ({ age: '230' })),
  changed('age-as-word', 'bad-age', 'null', () => ({ age: 'adult' })),
  changed('gender-spelling', 'gender-spelling', 'fix', ({ gender }) => ({
    gender: gender === 'female' ? femaleSpelling : gender === 'male' ? maleSpelling : otherSpelling,
  })),
  changed('gender-mark', 'unknown-gender', 'null', () => ({ gender: '?' })),
  changed('30-february', 'bad-signup-date', 'null', ({ signup_date }) => ({
    signup_date: `${signup_date.slice(0, 5)}02-30`,
  })),
  changed('region-in-capitals', 'region-spelling', 'fix', ({ region }) => ({
    region: ` ${region.toUpperCase()} `,
  })),
  changed('churn-mark', 'bad-churn', 'null', () => ({ churn: '?' })),
];

/** A further line before the row's own. */
function added(
  kind: string,
  rule: string,
  outcome: Fault<CustomerRow>['outcome'],
  line: (row: CustomerRow) => string,
): Fault<CustomerRow> {
  return { kind, rule, outcome, damaged: 0, plant: (row) => [line(row), customerLine(row)] };
}

/** Other texts in some fields of the row. */
function changed(
  kind: string,
  rule: string,
  outcome: Fault<CustomerRow>['outcome'],
  change: (row: CustomerRow) => Partial<CustomerRow>,
): Fault<CustomerRow> {
  return { kind, rule, outcome, damaged: 0, plant: (row) => [customerLine({ ...row, ...change(row) })] };
}
