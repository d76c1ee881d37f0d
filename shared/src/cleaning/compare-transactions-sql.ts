/**
 * SQL of the rows of `accepted` (transactions with `record`, `delivery` and `transaction_id`) that give way to another row of the same
 * id: `record` and `rule`. A later delivery supersedes an earlier one; of one delivery the first by its values stays.
 */
export function compareTransactionsSql(accepted: string): string {
  const values = 'ENUM_CODE(customer), transaction_date, amount_minor, ENUM_CODE(service) NULLS LAST';
  const several = `SELECT transaction_id FROM ${accepted} WHERE transaction_id IS NOT NULL
    GROUP BY transaction_id HAVING COUNT(*) > 1`;
  return `SELECT record, rule FROM (SELECT record, CASE
      WHEN delivery < MAX(delivery) OVER (PARTITION BY transaction_id) THEN 'superseded-transaction'
      WHEN DENSE_RANK() OVER (PARTITION BY transaction_id, delivery ORDER BY ${values}) > 1 THEN 'conflicting-transaction'
      WHEN ROW_NUMBER() OVER (PARTITION BY transaction_id, delivery ORDER BY ${values}, record) > 1 THEN 'repeated-transaction'
    END AS rule FROM ${accepted} WHERE transaction_id IN (${several})) WHERE rule IS NOT NULL`;
}
