import type { Measure, WindowDays } from './measure.ts';

/** Where a measure is computed: from the customer's row, from transactions, or from the services used. */
export type MeasureSource = 'customer' | 'transactions' | 'services';

export interface MeasureSql {
  readonly source: MeasureSource;
  readonly sql: string;
  /** Of services: its value for a customer without a known one. */
  readonly withoutServices?: 0 | null;
}

export type NamedMeasure = MeasureSql & { readonly name: string };

/**
 * The measure as SQL: over transactions an aggregate of the columns of `aged` in `history-sql.ts`, over services one of
 * service, uses and age. Sums come as 128-bit integers and are narrowed to 64 bits (an overflow is an error, not a wrong
 * number); spreads stay 128 bits wide.
 */
export function measureSql(measure: Measure): MeasureSql {
  switch (measure.take) {
    case 'transactions':
      return count(measure.window);
    case 'refunds':
      return count(measure.window, 'amount_minor < 0');
    case 'weekend_transactions':
      return count(measure.window, 'is_weekend');
    case 'support_transactions':
      return count(measure.window, "service = 'support'");
    case 'active_days':
      return count(measure.window, 'is_new_day');
    case 'active_months':
      return count(measure.window, 'is_new_month');
    case 'amount':
      return transactions(narrow(sum('amount_minor', measure.window)));
    case 'refunded':
      return transactions(narrow(sum('-amount_minor', measure.window, 'amount_minor < 0')));
    case 'ages':
      return transactions(narrow(sum('age', measure.window)));
    case 'smallest_amount':
      return transactions(`MIN(${within('amount_minor', measure.window)})`);
    case 'largest_amount':
      return transactions(`MAX(${within('amount_minor', measure.window)})`);
    case 'amount_spread': {
      const { window } = measure;
      const squares = sum('CAST(amount_minor AS HUGEINT) * CAST(amount_minor AS HUGEINT)', window);
      return transactions(spread(`COUNT(${within('1', window)})`, sum('amount_minor', window), squares));
    }
    case 'first_age':
      return transactions('MAX(age)');
    case 'last_age':
      return transactions('MIN(age)');
    case 'last_purchase_age':
      return transactions('MIN(CASE WHEN amount_minor >= 0 THEN age END)');
    case 'last_amount':
      return transactions(lastAmountSql);
    case 'gaps':
      return transactions('COUNT(gap)');
    case 'gap_days':
      return transactions(narrow(sum('gap')));
    case 'gap_spread':
      return transactions(spread('COUNT(gap)', sum('gap'), sum('gap * gap')));
    case 'longest_gap':
      return transactions('MAX(gap)');
    case 'last_gap':
      return transactions('MIN_BY(gap, CASE WHEN gap IS NOT NULL THEN age END)');
    case 'services':
      return services(`COUNT(${within('1', measure.window)})`);
    case 'last_support_age':
      return { ...services("MIN(CASE WHEN service = 'support' THEN age END)"), withoutServices: null };
    case 'service_transactions':
      return services(narrow(sum('uses')));
    case 'service_squares':
      return services(narrow(sum('uses * uses')));
    case 'service_uses':
      return services(narrow(sum('uses', null, `service = '${measure.service}'`)));
    case 'top_service_transactions':
      return services('MAX(uses)');
    case 'age':
      return customer('age');
    case 'tenure':
      return customer('CASE WHEN signup_date < as_of THEN as_of - signup_date END');
    case 'signup_known':
      return customer('CASE WHEN signup_date < as_of THEN 1 ELSE 0 END');
  }
}

const customer = (sql: string): MeasureSql => ({ source: 'customer', sql });
const transactions = (sql: string): MeasureSql => ({ source: 'transactions', sql });
const services = (sql: string): MeasureSql => ({ source: 'services', sql, withoutServices: 0 });

const count = (window: WindowDays, condition?: string): MeasureSql =>
  transactions(`COUNT(${within('1', window, condition)})`);

/** Zero where there is nothing to sum. */
const sum = (of: string, window: WindowDays = null, condition?: string): string =>
  `COALESCE(SUM(${within(of, window, condition)}), 0)`;

const narrow = (sql: string): string => `CAST(${sql} AS BIGINT)`;

function spread(count: string, total: string, squares: string): string {
  const wide = (sql: string) => `CAST(${sql} AS HUGEINT)`;
  return `${wide(count)} * ${wide(squares)} - ${wide(total)} * ${wide(total)}`;
}

/** Null outside the window; as DuckDB has it, several times faster than FILTER where there are many aggregates. */
function within(value: string, window: WindowDays, condition?: string): string {
  const conditions = [
    ...(window === null ? [] : [`age <= ${window}`]),
    ...(condition === undefined ? [] : [condition]),
  ];
  return conditions.length === 0 ? value : `CASE WHEN ${conditions.join(' AND ')} THEN ${value} END`;
}

/**
 * The largest amount of the last day: the smallest of age · 2⁴² − amount tells both, since amounts are below 2⁴¹
 * (`largestAmountMinor`) and ages below 2²⁰. A minimum is several times faster than a comparison of pairs.
 */
const dayStep = 2 ** 42;
const lastAmountSql = `MIN(age) * ${dayStep} - MIN(age * ${dayStep} - amount_minor)`;
