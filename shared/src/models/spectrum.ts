import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { addDotProducts } from './add-dot-products.ts';
import { blocksOfRows } from './blocks-of-rows.ts';

/** Of a covariance; plain arrays, which may be handed to a thread. */
export interface Spectrum {
  /** One column for each eigenvalue, in rows. */
  readonly eigenvectors: readonly (readonly number[])[];
  readonly eigenvalues: readonly number[];
}

/** So many rows of a hundred columns stay in the processor's cache. */
const rowsOfBlock = 256;

/** Eigenvectors and eigenvalues of the covariance of `columns` (mean 0). Time grows as rows × columns². */
export function spectrumOf(columns: readonly Float64Array[]): Spectrum {
  if (columns.length === 0) return { eigenvectors: [], eigenvalues: [] };
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(covariance(columns), {
    assumeSymmetric: true,
  });
  return { eigenvectors: eigenvectorMatrix.to2DArray(), eigenvalues: realEigenvalues };
}

function covariance(columns: readonly Float64Array[]): Matrix {
  const size = columns.length;
  const rows = columns[0]!.length;
  const sums = new Float64Array(size * size);
  for (const block of blocksOfRows(rows, rowsOfBlock)) {
    for (let i = 0; i < size; i++) addDotProducts(columns, i + 1, columns[i]!, block, sums, i * size);
  }
  const matrix = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      matrix.set(i, j, sums[i * size + j]! / rows);
      matrix.set(j, i, sums[i * size + j]! / rows);
    }
  }
  return matrix;
}
