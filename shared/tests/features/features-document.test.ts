import { readFile } from 'node:fs/promises';
import { compileFeatureSql } from '../../src/features/compile-feature-sql.ts';
import { evaluateFeatures } from '../../src/features/evaluate-features.ts';
import { explainedFeatures } from '../../src/features/explained-features.ts';
import { constant, divide, multiply, squareRoot, subtract } from '../../src/features/expression.ts';
import { expressionText } from '../../src/features/expression-text.ts';
import { featureList } from '../../src/features/feature-list.ts';
import { featuresDocument } from '../../src/features/features-document.ts';

test('docs/features.md is what the declarations say (npm run docs:write)', async () => {
  const page = await readFile(new URL('../../../docs/features.md', import.meta.url), 'utf8');
  expect(page).toBe(featuresDocument());
});

test('every declared feature is in the SQL, the evaluation, the page and the explanation, in one order', () => {
  const names = featureList.map(({ name }) => name);
  const sql = compileFeatureSql({
    customers: 'customers',
    transactions: 'transactions',
    rows: { asOfDay: 0, lookbackDays: null },
  });
  const customer = { customerId: '1', age: null, gender: null, signupDay: null, region: null };
  const namesIn = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, name]) => name);
  expect(namesIn(sql, / AS "(\w+)"/g)).toEqual(names);
  expect(Object.keys(evaluateFeatures(customer, [], 0))).toEqual(names);
  const features = featuresDocument().split('## Measures')[0]!;
  expect(namesIn(features, /^\| `(\w+)` \|/gm)).toEqual(names);
  expect(namesIn(explainedFeatures(), /^ {2}(\w+) \[/gm)).toEqual(names);
});

test('a table of some features computes nothing that they do not need', () => {
  const of = (name: string) =>
    compileFeatureSql({
      customers: 'customers',
      transactions: 'transactions',
      rows: { asOfDay: 0, lookbackDays: null },
      features: featureList.filter((feature) => feature.name === name),
    });
  expect(of('amount_90')).not.toContain('by_services');
  expect(of('top_service_share')).toContain('by_services');
  expect(of('amount_90')).not.toContain('gap_days');
});

test('formulas for readers keep their meaning without needless parentheses', () => {
  const [a, b] = [{ measure: { take: 'gaps' } } as const, { measure: { take: 'age' } } as const];
  expect(expressionText(subtract(a, subtract(b, a)))).toBe('gaps − (age − gaps)');
  expect(expressionText(multiply(subtract(a, b), a))).toBe('(gaps − age) × gaps');
  expect(expressionText(multiply(a, divide(a, b)))).toBe('gaps × (gaps / age)');
  expect(expressionText(divide(divide(a, b), constant(2)))).toBe('(gaps / age) / 2');
  expect(expressionText(subtract(divide(a, b), squareRoot(subtract(a, b))))).toBe(
    'gaps / age − √(gaps − age)',
  );
});
