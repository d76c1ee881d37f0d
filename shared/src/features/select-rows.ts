import type { FeatureColumn } from './feature-matrix.ts';
import type { LabelledMatrix } from './labelled-matrix.ts';
import { pickRows } from './pick-rows.ts';

/** The rows of the given indices, in the order given. */
export function selectRows({ matrix, labels }: LabelledMatrix, rows: Int32Array): LabelledMatrix {
  return {
    labels: pickRows(labels, rows),
    matrix: {
      rowCount: rows.length,
      columns: matrix.columns.map(
        (column): FeatureColumn =>
          column.kind === 'numeric'
            ? { ...column, values: pickRows(column.values, rows) }
            : { ...column, codes: pickRows(column.codes, rows) },
      ),
    },
  };
}
