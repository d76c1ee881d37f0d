/** The rule of each table that is about lines which the scan cannot split. */
export const brokenLineRule = {
  customers: 'broken-customer-line',
  transactions: 'broken-transaction-line',
} as const;
