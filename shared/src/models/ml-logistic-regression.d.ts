/** What we use of ml-logistic-regression 2, which ships no types. */
declare module 'ml-logistic-regression' {
  import type { Matrix } from 'ml-matrix';

  export interface TwoClasses {
    readonly numSteps: number;
    readonly learningRate: number;
  }

  /** What is read of a matrix of features. */
  export interface Features {
    readonly columns: number;
    mmul(weights: Matrix): { to1DArray(): ArrayLike<number> };
    transpose(): { mmul(errors: Matrix): Matrix };
  }

  /** Gradient steps from zero weights; `weights` is one row. */
  export interface TwoClassesClassifier extends TwoClasses {
    readonly weights: Matrix;
    /** `target` is one column of 0 and 1. */
    train(features: Features, target: Matrix): void;
    /** Probability of 1, a row. */
    testScores(features: Features): number[];
  }

  export default class LogisticRegression {
    static load(model: {
      readonly name: 'LogisticRegression';
      readonly numberClasses: number;
      readonly classifiers: TwoClasses[];
    }): LogisticRegression;
    readonly classifiers: readonly TwoClassesClassifier[];
  }
}
