import type { SeededRandom } from '../platform/seeded-random.ts';
import { type CustomerRow, customerLine, type TransactionRow, transactionLine } from './export-rows.ts';

type Planter<Row> = (row: Row, random: SeededRandom) => string[];

/** By the rule of cleaning that each fault is for: the lines that stand in the export instead of the row's own. */
export const customerFaults: Readonly<Record<string, Planter<CustomerRow>>> = {
  'broken-customer-line': (row) => [customerLine(row), `${row.customer_id},${row.age}`],
  'customer-without-id': (row) => [customerLine(row), customerLine({ ...row, customer_id: '' })],
  'conflicting-customer': (row) => [customerLine({ ...row, age: '', region: '' }), customerLine(row)],
  'repeated-customer': (row) => [customerLine(row), customerLine(row)],
  'customer-id-as-decimal': (row) => [customerLine({ ...row, customer_id: `${row.customer_id}.0` })],
  'bad-age': (row, random) => [customerLine({ ...row, age: ['-1', '230', 'adult'][random.integer(0, 2)]! })],
  'gender-spelling': (row) => [
    customerLine({ ...row, gender: { female: 'Feminino', male: 'M' }[row.gender] ?? 'Outro' }),
  ],
  'unknown-gender': (row) => [customerLine({ ...row, gender: '?' })],
  'bad-signup-date': (row) => [customerLine({ ...row, signup_date: `${row.signup_date.slice(0, 5)}02-30` })],
  'region-spelling': (row) => [customerLine({ ...row, region: ` ${row.region.toUpperCase()} ` })],
  'bad-churn': (row) => [customerLine({ ...row, churn: '?' })],
};

export const transactionFaults: Readonly<Record<string, Planter<TransactionRow>>> = {
  'broken-transaction-line': (row, random) =>
    random.uniform() < 0.5
      ? [`${row.customer_id},${row.transaction_date}`]
      : [transactionLine({ ...row, amount: `"${row.amount}` })],
  'missing-customer-id': (row) => [transactionLine({ ...row, customer_id: '' })],
  'missing-transaction-date': (row) => [transactionLine({ ...row, transaction_date: '' })],
  'bad-transaction-date': (row) => [
    transactionLine({ ...row, transaction_date: `${row.transaction_date.slice(0, 5)}13-01` }),
  ],
  'absurd-amount': (row) => [transactionLine({ ...row, amount: '99999999999.99' })],
  'bad-amount': (row, random) => [
    transactionLine({ ...row, amount: ['NaN', 'inf', '', 'free'][random.integer(0, 3)]! }),
  ],
  'unknown-customer': (row) => [transactionLine({ ...row, customer_id: `9${row.customer_id}` })],
  'identical-transaction': (row) => [transactionLine(row), transactionLine(row)],
  // Before the first day of the export; before the sign-up only of customers who came later.
  'transaction-before-signup': (row) => [transactionLine({ ...row, transaction_date: '2024-10-15' })],
  'transaction-id-as-decimal': (row) => [transactionLine({ ...row, customer_id: `${row.customer_id}.0` })],
  'amount-rounded': (row) => [transactionLine({ ...row, amount: `${row.amount}004` })],
  'service-spelling': (row) => [transactionLine({ ...row, service: row.service.toUpperCase() })],
};

/** The lines of a row, with a fault of any kind where chance will have it. */
export function linesOf<Row>(
  row: Row,
  line: (row: Row) => string,
  faults: Readonly<Record<string, Planter<Row>>>,
  random: SeededRandom,
  dirtyShare: number,
): string[] {
  if (random.uniform() >= dirtyShare) return [line(row)];
  const planters = Object.values(faults);
  return planters[random.integer(0, planters.length - 1)]!(row, random);
}
