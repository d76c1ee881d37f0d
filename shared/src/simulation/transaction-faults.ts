import { dayText } from '../platform/calendar-day.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { type TransactionRow, transactionLine } from './export-rows.ts';
import type { Fault } from './fault.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import { firstDay } from './simulated-period.ts';

const longestBeforeSignup = 30;

/** One kind for every rule that cleaning has for transactions without an option, and more for rules that meet several. */
export const transactionFaults: readonly Fault<TransactionRow>[] = [
  {
    kind: 'short-line',
    rule: 'broken-transaction-line',
    outcome: 'quarantine',
    damaged: 0,
    plant: (row) => [`${row.customer_id},${row.transaction_date}`],
  },
  changed('quote-not-closed', 'broken-transaction-line', 'quarantine', (row) => ({
    amount: `"${row.amount}`,
  })),
  changed('no-customer', 'missing-customer-id', 'quarantine', () => ({ customer_id: '' })),
  changed('no-date', 'missing-transaction-date', 'quarantine', () => ({ transaction_date: '' })),
  changed('month-13', 'bad-transaction-date', 'quarantine', (row) => ({
    transaction_date: `${row.transaction_date.slice(0, 5)}13-01`,
  })),
  changed('date-as-word', 'bad-transaction-date', 'quarantine', () => ({ transaction_date: 'yesterday' })),
  changed('absurd-amount', 'absurd-amount', 'quarantine', () => ({ amount: '99999999999.99' })),
  changed('amount-not-a-number', 'bad-amount', 'quarantine', () => ({ amount: 'NaN' })),
  changed('infinite-amount', 'bad-amount', 'quarantine', () => ({ amount: 'inf' })),
  changed('no-amount', 'bad-amount', 'quarantine', () => ({ amount: '' })),
  changed('amount-as-word', 'bad-amount', 'quarantine', () => ({ amount: 'free' })),
  changed('unknown-customer', 'unknown-customer', 'quarantine', (row) => ({
    customer_id: `9${row.customer_id}`,
  })),
  {
    kind: 'doubled-row',
    rule: 'identical-transaction',
    outcome: 'keep',
    damaged: 1,
    plant: (row) => [transactionLine(row), transactionLine(row)],
  },
  {
    ...changed('before-signup', 'transaction-before-signup', 'keep', (_, { signupDay }, random) => ({
      transaction_date: dayText(signupDay - random.integer(1, longestBeforeSignup)),
    })),
    // The export must not seem to begin earlier than it does.
    appliesTo: ({ signupDay }) => signupDay - longestBeforeSignup >= firstDay,
  },
  changed('id-as-decimal', 'transaction-id-as-decimal', 'fix', (row) => ({
    customer_id: `${row.customer_id}.0`,
  })),
  changed('amount-too-fine', 'amount-rounded', 'fix', (row) => ({ amount: `${row.amount}004` })),
  changed('service-in-capitals', 'service-spelling', 'fix', (row) => ({
    service: ` ${row.service.toUpperCase()}`,
  })),
];

/** Other texts in some fields of the row. */
function changed(
  kind: string,
  rule: string,
  outcome: Fault<TransactionRow>['outcome'],
  change: (row: TransactionRow, customer: SimulatedCustomer, random: SeededRandom) => Partial<TransactionRow>,
): Fault<TransactionRow> {
  return {
    kind,
    rule,
    outcome,
    damaged: 0,
    plant: (row, customer, random) => [transactionLine({ ...row, ...change(row, customer, random) })],
  };
}
