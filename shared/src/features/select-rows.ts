import type { FeatureColumn } from './feature-matrix.ts';
import type { LabelledMatrix } from './labelled-matrix.ts';

/** The rows of the given indices, in the order given. */
export function selectRows({ matrix, labels }: LabelledMatrix, rows: Int32Array): LabelledMatrix {
  return {
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    matrix: {
      rowCount: rows.length,
      columns: matrix.columns.map(
        (column): FeatureColumn =>
          column.kind === 'numeric'
            ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
            : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) },
      ),
    },
  };
}
