import type { Customer } from '../schema/customer.ts';
import type { Transaction } from '../schema/transaction.ts';
import { customerHistory } from './customer-history.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { featureList } from './feature-list.ts';
import type { FeatureValues } from './feature-rows-to-matrix.ts';
import { type Measure, measureName } from './measure.ts';
import { measureValue } from './measure-value.ts';

/**
 * The features of one customer at an as-of date (days since 1970-01-01), from the transactions before it: the same bits as
 * the table that `compileFeatureSql` makes. Transactions may come in any order; those on or after as-of change nothing.
 */
export function evaluateFeatures(
  customer: Customer,
  transactions: readonly Transaction[],
  asOfDay: number,
): FeatureValues {
  const history = customerHistory(transactions, asOfDay);
  const known = new Map<string, number | null>();
  const measured = (measure: Measure): number | null => {
    const name = measureName(measure);
    let value = known.get(name);
    if (value === undefined) {
      value = measureValue(measure, customer, history, asOfDay);
      known.set(name, value);
    }
    return value;
  };
  const texts = {
    gender: customer.gender,
    region: customer.region,
    top_service: history.services[0]?.service ?? null,
  };
  return Object.fromEntries(
    featureList.map((feature) => [
      feature.name,
      feature.kind === 'numeric' ? evaluateExpression(feature.formula, measured) : texts[feature.source],
    ]),
  );
}
