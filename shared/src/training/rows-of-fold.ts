import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';

/** Rows times columns that are kept for the next trial, eight bytes each. */
const mostCells = 6_000_000;
/** By their indices, the longest unused first. */
const remembered = new Map<Int32Array, { readonly of: LabelledMatrix; readonly selected: LabelledMatrix }>();

/** `selectRows` for the rows of a fold: every trial of a search asks for the same ones, and may change none. */
export function rowsOfFold(rows: LabelledMatrix, indices: Int32Array): LabelledMatrix {
  const known = remembered.get(indices);
  const selected = known?.of === rows ? known.selected : selectRows(rows, indices);
  remembered.delete(indices);
  remembered.set(indices, { of: rows, selected });
  let cells = [...remembered.values()].reduce((sum, kept) => sum + cellsOf(kept.selected), 0);
  for (const [oldest, kept] of remembered) {
    if (cells <= mostCells) break;
    remembered.delete(oldest);
    cells -= cellsOf(kept.selected);
  }
  return selected;
}

function cellsOf({ matrix }: LabelledMatrix): number {
  return matrix.rowCount * matrix.columns.length;
}
