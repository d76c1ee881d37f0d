import { sha256 } from '../platform/sha256.ts';

/** First eight hexadecimal digits of 0.6 · 2³² and 0.8 · 2³²: 60 % of customers train, 20 % validate, 20 % test. */
const validationFrom = '99999999';
const testFrom = 'cccccccc';

/**
 * The split of a customer by the SHA-256 of the id: the same in every run, so that a customer is on one side only and a
 * test customer of today never trains a model of tomorrow.
 * @internal Tests hold the SQL against it.
 */
export function customerSplit(customerId: string): 'train' | 'validation' | 'test' {
  const digits = sha256(customerId).slice(0, 8);
  if (digits < validationFrom) return 'train';
  return digits < testFrom ? 'validation' : 'test';
}

/** `customerSplit` in SQL, over the column customer_id. */
export const customerSplitSql = `CASE WHEN SUBSTR(SHA256(customer_id), 1, 8) < '${validationFrom}' THEN 'train'
  WHEN SUBSTR(SHA256(customer_id), 1, 8) < '${testFrom}' THEN 'validation' ELSE 'test' END`;
