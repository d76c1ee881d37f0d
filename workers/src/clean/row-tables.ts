import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

/** Rows as loaded, in the order of files and records: values where the row is ordinary, else its texts in `odd`. */
export const rowsTable: Record<DeliveredTable, string> = {
  customers: 'customer_rows',
  transactions: 'transaction_rows',
};

/** The odd rows with typed columns, `record`, `part`, `rule` (null: accepted) and a flag for each rule that changes or keeps. */
export const oddTable: Record<DeliveredTable, string> = {
  customers: 'odd_customers',
  transactions: 'odd_transactions',
};

/** Records set aside or merged: `record` and `rule`; of transactions a view of the odd ones and of those excluded later. */
export const setAsideTable: Record<DeliveredTable, string> = {
  customers: 'customers_set_aside',
  transactions: 'transactions_set_aside',
};

/** Rows that are shown as examples: `record`, `rule` and `became`. */
export const examplesTable: Record<DeliveredTable, string> = {
  customers: 'customer_examples',
  transactions: 'transaction_examples',
};

/** Rows that no rule has set aside or merged. */
export const acceptedTable: Record<DeliveredTable, string> = {
  customers: 'accepted_customers',
  transactions: 'accepted_transactions',
};

/** Files: `part`, `delivery` and `arrived_on`. */
export const partsTable: Record<DeliveredTable, string> = {
  customers: 'customer_parts',
  transactions: 'transaction_parts',
};

/** Transactions that were accepted by themselves, before rules of the user and the comparison with other rows. */
export const judgedTransactions = 'judged_transactions';
/** Of those, the ones set aside or merged: `record` and `rule`. */
export const excludedTransactions = 'excluded_transactions';
