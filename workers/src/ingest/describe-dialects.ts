import type { FileDialect } from '@churn/shared/dialect/dialect';
import type { JsonValue } from '@churn/shared/schema/json-value';
import type { DecidedFile } from './decide-dialects.ts';

/** What was found out about the files of a table, for the result: one value where all files agree, else each value once. */
export function describeDialects(
  files: readonly DecidedFile[],
  all: readonly FileDialect[],
): Record<string, JsonValue> {
  const facts = files.map(({ dialect, dayOrderReason }) => factsOf(dialect, dayOrderReason));
  const names = [...new Set(facts.flatMap((fact) => Object.keys(fact)))];
  const agreed = names.map((name) => {
    const values = [...new Map(facts.map((fact) => [JSON.stringify(fact[name]), fact[name]])).values()];
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  const total = (dialects: readonly FileDialect[]) => dialects.reduce((sum, { rows }) => sum + rows, 0);
  return {
    rows: total(all),
    files: all.length,
    newRows: total(files.map(({ dialect }) => dialect)),
    newFiles: files.length,
    dates: sumOf(files.map(({ heardDates }) => heardDates)),
    ...(Object.fromEntries(agreed) as Record<string, JsonValue>),
  };
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const count of counts) {
    for (const [name, times] of Object.entries(count)) total[name] = (total[name] ?? 0) + times;
  }
  return total;
}

function factsOf(
  { header, places, dates, decimal, currency, csv }: FileDialect,
  dayOrderReason: string | null,
): Record<string, JsonValue> {
  const columns = Object.entries(places).map(([name, place]) => [name, header[place]!] as const);
  const order = dates.find((format) => format.endsWith('-first')) ?? null;
  return {
    format: csv === null ? 'parquet' : 'csv',
    ...(csv === null
      ? {}
      : {
          compression: csv.compression,
          encoding: csv.encoding,
          delimiter: csv.delimiter,
          quote: csv.quote,
        }),
    columns: Object.fromEntries(columns),
    dayOrder: dayOrderReason === null ? null : order,
    dayOrderReason,
    decimal,
    currency,
  };
}
