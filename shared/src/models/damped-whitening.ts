import { Matrix } from 'ml-matrix';
import type { Spectrum } from './spectrum.ts';

/**
 * V · diag(1 / √(λ + damping)), of the eigenvectors V and eigenvalues λ of the covariance of columns (mean 0): columns
 * times this are uncorrelated, with variance λ / (λ + damping). So gradient descent is as fast in all directions that the
 * data spread in, and slow in those (λ ≪ damping) that only noise spreads in.
 */
export function dampedWhitening({ eigenvectors, eigenvalues }: Spectrum, damping: number): Matrix {
  const scales = eigenvalues.map((eigenvalue) => 1 / Math.sqrt(Math.max(eigenvalue, 0) + damping));
  return new Matrix(eigenvectors.map((row) => [...row])).mulRowVector(scales);
}
