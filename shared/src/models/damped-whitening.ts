import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * V · diag(1 / √(λ + damping)), of the eigenvectors V and eigenvalues λ of the covariance of `columns` (mean 0): columns
 * times this are uncorrelated, with variance λ / (λ + damping). So gradient descent is as fast in all directions that the
 * data spread in, and slow in those (λ ≪ damping) that only noise spreads in.
 */
export function dampedWhitening(columns: readonly Float64Array[], damping: number): Matrix {
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(covariance(columns), {
    assumeSymmetric: true,
  });
  const scales = realEigenvalues.map((eigenvalue) => 1 / Math.sqrt(Math.max(eigenvalue, 0) + damping));
  return eigenvectorMatrix.mulRowVector(scales);
}

function covariance(columns: readonly Float64Array[]): Matrix {
  const size = columns.length;
  const matrix = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(columns[i]!, columns[j]!) / columns[i]!.length;
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
  return sum;
}
