import { dayNumber } from '../platform/calendar-day.ts';
import { compileFeatureSql } from './compile-feature-sql.ts';
import { expressionText } from './expression-text.ts';
import { featureGroups } from './feature-groups.ts';
import { featureList } from './feature-list.ts';
import { featureListHash } from './feature-list-hash.ts';

/** The features for a reader at a terminal: name, unit, meaning and formula, then the SQL of a table at one as-of date. */
export function explainedFeatures(): string {
  const groups = featureGroups.map(({ title, question, features }) => {
    const entries = features.map((feature) => {
      const formula = feature.kind === 'numeric' ? expressionText(feature.formula) : feature.source;
      return `  ${feature.name} [${feature.unit}]\n    ${feature.description}\n    = ${formula}`;
    });
    return `${title}: ${question}\n\n${entries.join('\n')}`;
  });
  const sql = compileFeatureSql({
    customers: 'customers',
    transactions: 'transactions',
    rows: { asOfDay: dayNumber('2025-01-01'), lookbackDays: 180 },
  });
  return `${featureList.length} features, list ${featureListHash}

${groups.join('\n\n')}

SQL, as of 2025-01-01 for customers with a transaction in the 180 days before:

${sql}
`;
}
