import type { Measure } from './measure.ts';

/** Where a measure is computed: from the customer's row, from active days, or from the services used. */
export type MeasureSource = 'customer' | 'days' | 'services';

export interface MeasureSql {
  readonly source: MeasureSource;
  readonly sql: string;
}

/**
 * The measure as SQL. Over days it is an aggregate of the columns age, transactions, refunds, amount, refunded, squares,
 * smallest, largest and gap; over services one of uses and age. Sums come as 128-bit integers and are
 * narrowed to 64 bits (an overflow is an error, not a wrong number); spreads stay 128 bits wide.
 */
export function measureSql(measure: Measure): MeasureSql {
  switch (measure.take) {
    case 'transactions':
    case 'refunds':
    case 'amount':
    case 'refunded':
      return days(`CAST(COALESCE(SUM(${measure.take})${within(measure.window)}, 0) AS BIGINT)`);
    case 'active_days':
      return days(`COUNT(*)${within(measure.window)}`);
    case 'smallest_amount':
      return days(`MIN(smallest)${within(measure.window)}`);
    case 'largest_amount':
      return days(`MAX(largest)${within(measure.window)}`);
    case 'amount_spread':
      return days(spread('transactions', 'amount', 'squares', within(measure.window)));
    case 'first_age':
      return days('MAX(age)');
    case 'last_age':
      return days('MIN(age)');
    case 'last_purchase_age':
      return days('MIN(age) FILTER (WHERE transactions > refunds)');
    case 'last_amount':
      return days('CAST(MAX_BY(amount, day) AS BIGINT)');
    case 'gaps':
      return days('COUNT(gap)');
    case 'gap_days':
      return days('CAST(COALESCE(SUM(gap), 0) AS BIGINT)');
    case 'gap_spread':
      return days(
        'COUNT(gap) * CAST(COALESCE(SUM(gap * gap), 0) AS HUGEINT) ' +
          '- CAST(COALESCE(SUM(gap), 0) AS HUGEINT) * CAST(COALESCE(SUM(gap), 0) AS HUGEINT)',
      );
    case 'longest_gap':
      return days('MAX(gap)');
    case 'last_gap':
      return days('MAX_BY(gap, day)');
    case 'services':
      return services(`COUNT(*)${within(measure.window)}`);
    case 'service_transactions':
      return services('CAST(COALESCE(SUM(uses), 0) AS BIGINT)');
    case 'top_service_transactions':
      return services('COALESCE(MAX(uses), 0)');
    case 'age':
      return { source: 'customer', sql: 'age' };
    case 'tenure':
      return { source: 'customer', sql: 'CASE WHEN signup_date < as_of THEN as_of - signup_date END' };
    case 'signup_known':
      return { source: 'customer', sql: 'CASE WHEN signup_date < as_of THEN 1 ELSE 0 END' };
  }
}

const days = (sql: string): MeasureSql => ({ source: 'days', sql });
const services = (sql: string): MeasureSql => ({ source: 'services', sql });

function spread(count: string, sum: string, squares: string, filter: string): string {
  const total = (column: string) => `CAST(COALESCE(SUM(${column})${filter}, 0) AS HUGEINT)`;
  return `${total(count)} * ${total(squares)} - ${total(sum)} * ${total(sum)}`;
}

function within(window: number | null): string {
  return window === null ? '' : ` FILTER (WHERE age <= ${window})`;
}
