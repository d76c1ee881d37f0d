import type { FileDialect } from '@churn/shared/dialect/dialect';

/** Amounts of several currencies must not be added up: what keeps the files from being one delivery, one sentence or none. */
export function currencyProblems(dialects: readonly FileDialect[]): string[] {
  const named = dialects.filter(({ currency }) => currency !== null);
  const [first] = named;
  const other = named.find(({ currency }) => currency !== first?.currency);
  if (first === undefined || other === undefined) return [];
  return [
    `transactions: expected amounts of one currency, ${first.file} has ${first.currency}, ${other.file} has ${other.currency}: ` +
      'convert them, or deliver them to runs of their own',
  ];
}
