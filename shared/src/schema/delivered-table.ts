/** The two delivered tables and the columns each must have; more columns are ignored. */
export const deliveredColumns = {
  customers: ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'],
  transactions: ['customer_id', 'transaction_date', 'amount', 'service'],
} as const;

export type DeliveredTable = keyof typeof deliveredColumns;

/** The column of each table that holds its dates. */
export const dateColumns = { customers: 'signup_date', transactions: 'transaction_date' } as const;
