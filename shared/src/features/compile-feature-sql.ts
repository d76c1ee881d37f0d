import { dayText } from '../platform/calendar-day.ts';
import type { Labelling } from '../schema/labelling.ts';
import { customerSplitSql } from './customer-split.ts';
import { expressionSql } from './expression-sql.ts';
import { featureList } from './feature-list.ts';
import { type MeasureSource, measureSql } from './measure-sql.ts';
import { measuresInList } from './measures-in-list.ts';
import { asOfDaysOf, type SplitPlan } from './plan-split.ts';

export interface FeatureQuery {
  /** Relations in SQL (a table, or `read_parquet('…')`) with the columns of cleaned customers and transactions. */
  readonly customers: string;
  readonly transactions: string;
  /** Rows with a label and a split for training; an as-of date (days since 1970-01-01) for scoring, both columns null. */
  readonly rows:
    | { readonly labelling: Labelling; readonly plan: SplitPlan }
    | { readonly asOfDay: number; readonly lookbackDays: number | null };
}

/**
 * One SQL statement that gives the feature table (columns and order: `artifacts/feature-table.ts`) of the eligible
 * customers. Transactions are read twice: once into active days, from which every window and gap follows, once into
 * services used. With `flag` labels the rows without a flag are included, their label null.
 */
export function compileFeatureSql(query: FeatureQuery): string {
  const { rows } = query;
  const forTraining = 'labelling' in rows;
  const asOfDays = forTraining ? asOfDaysOf(rows.plan) : [rows.asOfDay];
  const lookbackDays = forTraining ? rows.labelling.lookbackDays : rows.lookbackDays;
  const horizonDays = forTraining && rows.labelling.mode === 'inactivity' ? rows.labelling.horizonDays : null;
  return `
WITH as_of_dates AS (SELECT * FROM (VALUES ${asOfDays.map((day) => `(${dateSql(day)})`).join(', ')}) AS dates(as_of)),
past AS (
  SELECT customer_id, transaction_date AS day, amount_minor, service
  FROM ${query.transactions} WHERE transaction_date < ${dateSql(Math.max(...asOfDays))}
),
active_days AS (
  SELECT customer_id, day, COUNT(*) AS transactions, COUNT(*) FILTER (WHERE amount_minor < 0) AS refunds,
    SUM(amount_minor) AS amount, SUM(CASE WHEN amount_minor < 0 THEN -amount_minor ELSE 0 END) AS refunded,
    SUM(CAST(amount_minor AS HUGEINT) * CAST(amount_minor AS HUGEINT)) AS squares,
    MIN(amount_minor) AS smallest, MAX(amount_minor) AS largest
  FROM past GROUP BY customer_id, day
),
spaced_days AS (
  SELECT *, day - LAG(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM active_days
),
dated_days AS (
  SELECT *, as_of - day AS age FROM spaced_days JOIN as_of_dates ON day < as_of
),
by_days AS (
  SELECT as_of, customer_id, MIN(age) AS silent_days, ${aggregates('days')}
  FROM dated_days GROUP BY as_of, customer_id
),
used_services AS (
  SELECT as_of, customer_id, service, COUNT(*) AS uses, MIN(as_of - day) AS age
  FROM past JOIN as_of_dates ON day < as_of WHERE service IS NOT NULL
  GROUP BY as_of, customer_id, service
),
ranked_services AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY as_of, customer_id ORDER BY uses DESC, service) AS place FROM used_services
),
by_services AS (
  SELECT as_of, customer_id, MIN(CASE WHEN place = 1 THEN service END) AS top_service, ${aggregates('services')}
  FROM ranked_services GROUP BY as_of, customer_id
),
${horizonDays === null ? '' : returnedSql(query.transactions, horizonDays)}
measured AS (
  SELECT customer_id, as_of, gender, region, top_service,
    ${forTraining ? `CAST(${rows.labelling.mode === 'flag' ? 'churn' : 'CASE WHEN came_back = 1 THEN 0 ELSE 1 END'} AS TINYINT)` : 'CAST(NULL AS TINYINT)'} AS label,
    ${[...measuresOf('customer').map(({ name, sql }) => `${sql} AS ${name}`), ...measuresOf('days').map(({ name }) => name), ...measuresOf('services').map(({ name }) => `COALESCE(${name}, 0) AS ${name}`)].join(',\n    ')}
  FROM by_days JOIN ${query.customers} AS customers USING (customer_id)
  LEFT JOIN by_services USING (as_of, customer_id)
  ${horizonDays === null ? '' : 'LEFT JOIN returned USING (as_of, customer_id)'}
  ${lookbackDays === null ? '' : `WHERE silent_days <= ${lookbackDays}`}
)
SELECT customer_id, as_of, ${forTraining ? splitSql(rows.plan) : 'CAST(NULL AS VARCHAR)'} AS split, label,
  ${featureList.map((feature) => `${feature.kind === 'numeric' ? expressionSql(feature.formula) : feature.source} AS "${feature.name}"`).join(',\n  ')}
FROM measured ORDER BY as_of, customer_id`;
}

const allMeasures = [...measuresInList(featureList)].map(([name, measure]) => ({
  name,
  ...measureSql(measure),
}));

function measuresOf(source: MeasureSource) {
  return allMeasures.filter((measure) => measure.source === source);
}

function aggregates(source: MeasureSource): string {
  return measuresOf(source)
    .map(({ name, sql }) => `${sql} AS ${name}`)
    .join(',\n    ');
}

/** Customers with a transaction in [as_of, as_of + horizon). */
function returnedSql(transactions: string, horizonDays: number): string {
  return `returned AS (
  SELECT DISTINCT as_of, customer_id, 1 AS came_back FROM ${transactions} AS later
  JOIN as_of_dates ON transaction_date >= as_of AND transaction_date < as_of + ${horizonDays}
),`;
}

function splitSql(plan: SplitPlan): string {
  if (plan.kind === 'hash') return customerSplitSql;
  const { validation, test } = plan;
  return `CASE WHEN as_of = ${dateSql(test)} THEN 'test' WHEN as_of = ${dateSql(validation)} THEN 'validation' ELSE 'train' END`;
}

function dateSql(day: number): string {
  return `DATE '${dayText(day)}'`;
}
