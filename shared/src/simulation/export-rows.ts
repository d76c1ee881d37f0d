import { dayText } from '../platform/calendar-day.ts';
import { deliveredColumns } from '../schema/delivered-table.ts';
import type { SimulatedTransaction } from './draw-transactions.ts';
import { type Drift, driftDay } from './drifts.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';

/** Fields of a delivered row by column. */
export type CustomerRow = Record<(typeof deliveredColumns.customers)[number], string>;
export type TransactionRow = Record<(typeof deliveredColumns.transactions)[number], string>;

export function customerRow(customer: SimulatedCustomer, hasChurned: boolean): CustomerRow {
  return {
    customer_id: customer.customerId,
    age: String(customer.age),
    gender: customer.gender,
    signup_date: dayText(customer.signupDay),
    region: customer.region,
    churn: hasChurned ? '1' : '0',
  };
}

export function transactionRow(
  customerId: string,
  transaction: SimulatedTransaction,
  { renamed }: Drift,
): TransactionRow {
  const isRenamed = renamed?.service === transaction.service && transaction.day >= driftDay;
  return {
    customer_id: customerId,
    transaction_date: dayText(transaction.day),
    amount: amountText(transaction.amountMinor),
    service: isRenamed ? renamed.name : transaction.service,
  };
}

/** Hundredths as a decimal number: -5 is -0.05. */
function amountText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The line of a row; simulated fields hold neither delimiters nor quotes. */
export function customerLine(row: CustomerRow): string {
  return deliveredColumns.customers.map((column) => row[column]).join(',');
}

export function transactionLine(row: TransactionRow): string {
  return deliveredColumns.transactions.map((column) => row[column]).join(',');
}
