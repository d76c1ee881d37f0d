import { z } from 'zod';
import { parseDocument } from '../artifacts/parse-document.ts';
import { categoricalColumn } from '../features/categorical-column.ts';
import type { FeatureColumn, FeatureMatrix } from '../features/feature-matrix.ts';

const mostRows = 20;

const columnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('numeric'), name: z.string(), values: z.array(z.number().nullable()) }),
  z.strictObject({
    kind: z.literal('categorical'),
    name: z.string(),
    values: z.array(z.string().nullable()),
  }),
]);

const goldenRowsSchema = z
  .strictObject({
    format: z.literal('churn-golden-rows'),
    formatVersion: z.literal(1),
    columns: z.array(columnSchema),
    /** What the model said when it was registered. */
    probabilities: z.array(z.number()).min(1),
  })
  .refine(
    ({ columns, probabilities }) => columns.every(({ values }) => values.length === probabilities.length),
    'expected a value a column for every probability',
  );

/**
 * Rows that a model must answer with the same bits wherever it is loaded. They carry their own columns, not those of this
 * code, so that a model of another feature list can be told from a damaged one. No customer ids.
 */
export type GoldenRows = Readonly<z.infer<typeof goldenRowsSchema>>;

export function parseGoldenRows(text: string, where: string): GoldenRows {
  return parseDocument(goldenRowsSchema, 'golden-rows', text, where);
}

/** Up to 20 of the scored rows, evenly from the least to the most likely to churn. */
export function chooseGoldenRows(matrix: FeatureMatrix, probabilities: Float64Array): GoldenRows {
  const byProbability = [...probabilities.keys()].sort(
    (a, b) => probabilities[a]! - probabilities[b]! || a - b,
  );
  const count = Math.min(mostRows, byProbability.length);
  const rows = Array.from(
    { length: count },
    (_, i) => byProbability[count === 1 ? 0 : Math.round((i * (byProbability.length - 1)) / (count - 1))]!,
  );
  return {
    format: 'churn-golden-rows',
    formatVersion: 1,
    columns: matrix.columns.map((column) =>
      column.kind === 'numeric'
        ? {
            kind: column.kind,
            name: column.name,
            values: rows.map((row) => numberOrNull(column.values[row]!)),
          }
        : {
            kind: column.kind,
            name: column.name,
            values: rows.map((row) => column.levels[column.codes[row]!] ?? null),
          },
    ),
    probabilities: rows.map((row) => probabilities[row]!),
  };
}

/** The golden rows from `first` on, as many as `count`, as a model takes them. */
export function goldenMatrix(
  golden: GoldenRows,
  first = 0,
  count = golden.probabilities.length,
): FeatureMatrix {
  return {
    rowCount: count,
    columns: golden.columns.map((column): FeatureColumn => {
      if (column.kind === 'categorical') {
        return categoricalColumn(column.name, column.values.slice(first, first + count));
      }
      const values = column.values.slice(first, first + count);
      return {
        kind: 'numeric',
        name: column.name,
        values: Float64Array.from(values, (value) => value ?? Number.NaN),
      };
    }),
  };
}

/** Each golden row by itself, as a request asks for it. */
export function singleGoldenRows(golden: GoldenRows): FeatureMatrix[] {
  return golden.probabilities.map((_, row) => goldenMatrix(golden, row, 1));
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
