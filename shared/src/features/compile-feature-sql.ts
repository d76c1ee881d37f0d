import { dayText } from '../platform/calendar-day.ts';
import type { Labelling } from '../schema/labelling.ts';
import type { CustomerRange } from './customer-range.ts';
import { customerSplitSql } from './customer-split.ts';
import { expressionSql } from './expression-sql.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import { featureList } from './feature-list.ts';
import { historySql } from './history-sql.ts';
import { type MeasureSource, measureSql, type NamedMeasure } from './measure-sql.ts';
import { measuresInList } from './measures-in-list.ts';
import { asOfDaysOf, type SplitPlan } from './plan-split.ts';
import { servicesSql } from './services-sql.ts';

export interface FeatureQuery {
  /** Relation in SQL (a table, or `read_parquet('…')`) with the columns of cleaned customers. */
  readonly customers: string;
  /** The same of transactions, sorted by customer_id, then transaction_date, as cleaning leaves them. */
  readonly transactions: string;
  /**
   * Rows with a label and a split for training; of one as-of date (days since 1970-01-01) with a label to look back, without
   * one to score. What is not asked for is null.
   */
  readonly rows:
    | { readonly labelling: Labelling; readonly plan: SplitPlan }
    | { readonly labelling: Labelling; readonly asOfDay: number }
    | { readonly asOfDay: number; readonly lookbackDays: number | null };
  /** The columns, where they are not the feature list; what is not needed for them is not computed. */
  readonly features?: readonly FeatureDeclaration[];
  /** Ranges that hold every customer once, worked on at the same time; they change no value. One range when absent. */
  readonly ranges?: readonly CustomerRange[];
}

/**
 * One SQL statement that gives the feature table (columns and order: `artifacts/feature-table.ts`) of the eligible
 * customers. For each as-of date transactions are read twice: once for every window and gap, once for the services
 * used. With `flag` labels the customers without a flag are left out.
 */
export function compileFeatureSql(query: FeatureQuery): string {
  const { rows } = query;
  const asOfDays = 'plan' in rows ? asOfDaysOf(rows.plan) : [rows.asOfDay];
  const snapshots = asOfDays.map((day) => `(${snapshotSql(query, day)})`).join('\nUNION ALL\n');
  return `${snapshots}\nORDER BY as_of, customer_id`;
}

function snapshotSql(query: FeatureQuery, asOfDay: number): string {
  const { customers, transactions, rows, features = featureList } = query;
  const { ranges = [{ from: null, to: null }] } = query;
  const asOf = dateSql(asOfDay);
  const isLabelled = 'labelling' in rows;
  const lookbackDays = isLabelled ? rows.labelling.lookbackDays : rows.lookbackDays;
  const horizonDays = isLabelled && rows.labelling.mode === 'inactivity' ? rows.labelling.horizonDays : null;
  const measures = [...measuresInList(features)].map(([name, measure]) => ({ name, ...measureSql(measure) }));
  const from = (source: MeasureSource) => measures.filter((measure) => measure.source === source);
  const wantsTopService = features.some(({ name }) => name === 'top_service');
  const usesServices = wantsTopService || from('services').length > 0;
  const conditions = [
    ...(lookbackDays === null ? [] : [`silent_days <= ${lookbackDays}`]),
    ...(isLabelled && rows.labelling.mode === 'flag' ? ['churn IS NOT NULL'] : []),
  ];
  const tables = [
    `by_transactions AS (
  ${historySql(transactions, asOf, from('transactions'), ranges)}
)`,
    ...(usesServices
      ? [
          `by_services AS (\n  ${servicesSql(transactions, asOf, from('services'), wantsTopService, ranges)}\n)`,
        ]
      : []),
    ...(horizonDays === null ? [] : [`returned AS (\n  ${returnedSql(transactions, asOf, horizonDays)}\n)`]),
    `measured AS (
  SELECT ${['customer_id', `${asOf} AS as_of`, 'gender', 'region', ...(wantsTopService ? ['top_service'] : []), ...measures.map(columnSql), `${labelSql(rows)} AS label`].join(',\n    ')}
  FROM by_transactions JOIN ${customers} AS customers USING (customer_id)
  ${usesServices ? 'LEFT JOIN by_services USING (customer_id)' : ''}
  ${horizonDays === null ? '' : 'LEFT JOIN returned USING (customer_id)'}
  ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
)`,
  ];
  return `
WITH ${tables.join(',\n')}
SELECT customer_id, as_of, ${splitSql(rows, asOfDay)} AS split, label,
  ${features.map((feature) => `${feature.kind === 'numeric' ? expressionSql(feature.formula) : feature.source} AS "${feature.name}"`).join(',\n  ')}
FROM measured
`;
}

function columnSql({ source, name, sql, withoutServices }: NamedMeasure): string {
  if (source === 'customer') return `${sql} AS ${name}`;
  return withoutServices === 0 ? `COALESCE(${name}, 0) AS ${name}` : name;
}

/** 1 churned, 0 stayed. */
function labelSql(rows: FeatureQuery['rows']): string {
  if (!('labelling' in rows)) return 'CAST(NULL AS TINYINT)';
  const isFlag = rows.labelling.mode === 'flag';
  return `CAST(${isFlag ? 'churn' : 'CASE WHEN came_back = 1 THEN 0 ELSE 1 END'} AS TINYINT)`;
}

/** Customers with a transaction in [as-of, as-of + horizon). */
function returnedSql(transactions: string, asOf: string, horizonDays: number): string {
  return `SELECT DISTINCT customer_id, 1 AS came_back FROM ${transactions} AS later
  WHERE transaction_date >= ${asOf} AND transaction_date < ${asOf} + ${horizonDays}`;
}

function splitSql(rows: FeatureQuery['rows'], asOfDay: number): string {
  if (!('plan' in rows)) return 'CAST(NULL AS VARCHAR)';
  if (rows.plan.kind === 'hash') return customerSplitSql;
  const { validation, test } = rows.plan;
  return asOfDay === test ? "'test'" : asOfDay === validation ? "'validation'" : "'train'";
}

function dateSql(day: number): string {
  return `DATE '${dayText(day)}'`;
}
