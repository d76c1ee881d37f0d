/** The two delivered tables and the columns that an export of each has. */
export const deliveredColumns = {
  customers: ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'],
  transactions: ['customer_id', 'transaction_date', 'amount', 'service'],
} as const;

export type DeliveredTable = keyof typeof deliveredColumns;

export const deliveredTables: readonly DeliveredTable[] = ['customers', 'transactions'];

/** The column of each table that holds its dates. */
export const dateColumns = { customers: 'signup_date', transactions: 'transaction_date' } as const;
