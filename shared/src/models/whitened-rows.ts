import { Matrix } from 'ml-matrix';
import { addColumns } from './add-columns.ts';
import { addDotProducts } from './add-dot-products.ts';
import { blocksOfRows } from './blocks-of-rows.ts';

/** So many sums stay in the processor's cache while all columns are added to them. */
const rowsOfBlock = 1_024;

/**
 * The matrix [1, columns · whitening] as ml-logistic-regression reads it, which multiplies it and its transpose by one
 * column a step. The product of columns and whitening is never made: it would take as long as a hundred steps,
 * and the columns' typed arrays are faster to read than a `Matrix`.
 */
export class WhitenedRows {
  readonly rows: number;
  readonly columns: number;
  readonly #terms: readonly Float64Array[];
  readonly #whitening: Matrix;
  readonly #unwhitening: Matrix;

  constructor(terms: readonly Float64Array[], whitening: Matrix) {
    this.rows = terms[0]!.length;
    this.columns = terms.length + 1;
    this.#terms = terms;
    this.#whitening = whitening;
    this.#unwhitening = whitening.transpose();
  }

  /** Of weights, one column, the intercept first. No `Matrix`, which would be as many arrays as there are rows. */
  mmul(weights: Matrix): { to1DArray(): Float64Array } {
    const [intercept, ...rest] = weights.to1DArray();
    const coefficients = this.#whitening.mmul(Matrix.columnVector(rest)).to1DArray();
    const margins = new Float64Array(this.rows).fill(intercept!);
    for (const block of blocksOfRows(this.rows, rowsOfBlock)) {
      addColumns(this.#terms, coefficients, block, margins);
    }
    return { to1DArray: () => margins };
  }

  transpose(): { mmul(errors: Matrix): Matrix } {
    return { mmul: (errors) => this.#gradient(errors) };
  }

  #gradient(column: Matrix): Matrix {
    const errors = new Float64Array(this.rows);
    let sum = 0;
    for (let row = 0; row < errors.length; row++) sum += errors[row] = column.get(row, 0);
    const ofTerms = new Float64Array(this.#terms.length);
    for (const block of blocksOfRows(this.rows, rowsOfBlock)) {
      addDotProducts(this.#terms, ofTerms.length, errors, block, ofTerms);
    }
    const ofWeights = this.#unwhitening.mmul(Matrix.columnVector([...ofTerms])).to1DArray();
    return Matrix.columnVector([sum, ...ofWeights]);
  }
}
