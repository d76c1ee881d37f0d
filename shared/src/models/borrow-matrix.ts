import { createHash } from 'node:crypto';
import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { canonicalJson } from '../platform/canonical-json.ts';

interface KeptMatrix {
  readonly key: string;
  readonly cells: number;
  readonly matrix: DMatrix;
}

/** Rows times columns that are kept between fits, about 16 bytes each outside the heap. */
const mostCells = 10_000_000;
/** The longest unused first. */
const idle: KeptMatrix[] = [];

/**
 * The columns as libxgboost reads them, with these labels, until the loan is disposed of. Given back, a matrix waits for the next
 * fit on the same columns: a search fits them again and again, and sorting them into bins takes as long as fifty rounds do.
 * What is too much is freed, the longest unused first.
 */
export function borrowMatrix(
  columns: readonly Float32Array[],
  labels: Uint8Array,
  nthread: number,
): Disposable & Pick<KeptMatrix, 'matrix'> {
  const key = keyOf(columns, nthread);
  const place = idle.findIndex((kept) => kept.key === key);
  const [found] = place === -1 ? [] : idle.splice(place, 1);
  const matrix = found?.matrix ?? DMatrix.fromColumns(columns, { nthread });
  matrix.setInfo({ label: labels });
  const kept = { key, cells: columns.length * labels.length, matrix };
  return { matrix, [Symbol.dispose]: () => giveBack(kept) };
}

function giveBack(returned: KeptMatrix): void {
  idle.push(returned);
  let cells = idle.reduce((sum, kept) => sum + kept.cells, 0);
  while (cells > mostCells) {
    const { matrix, cells: ofOldest } = idle.shift()!;
    matrix[Symbol.dispose]();
    cells -= ofOldest;
  }
}

function keyOf(columns: readonly Float32Array[], nthread: number): string {
  const hash = createHash('sha256').update(canonicalJson({ columns: columns.length, nthread }));
  for (const column of columns) hash.update(column);
  return hash.digest('hex');
}
