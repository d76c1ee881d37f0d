/**
 * SQL of the rows of `accepted` (customers with `record` and `delivery`) that give way to another row of the same id: `record` and
 * `rule`. A later delivery supersedes an earlier one; of one delivery the fullest row stays, among equally full ones that of
 * the earliest sign-up, then by the values; the order of the file never decides.
 */
export function compareCustomersSql(accepted: string): string {
  const values = ['age', 'gender', 'signup_date', 'region', 'churn'];
  const filled = values.map((column) => `CAST(${column} IS NOT NULL AS INTEGER)`).join(' + ');
  const preference = `${filled} DESC, signup_date, age, gender, region, churn`;
  const several = `SELECT customer_id FROM ${accepted} GROUP BY customer_id HAVING COUNT(*) > 1`;
  return `SELECT record, rule FROM (SELECT record, CASE
      WHEN delivery < MAX(delivery) OVER (PARTITION BY customer_id) THEN 'superseded-customer'
      WHEN DENSE_RANK() OVER (PARTITION BY customer_id, delivery ORDER BY ${preference}) > 1 THEN 'conflicting-customer'
      WHEN ROW_NUMBER() OVER (PARTITION BY customer_id, delivery ORDER BY ${preference}, record) > 1 THEN 'repeated-customer'
    END AS rule FROM ${accepted} WHERE customer_id IN (${several})) WHERE rule IS NOT NULL`;
}
