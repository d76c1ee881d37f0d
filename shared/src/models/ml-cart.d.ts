/** What we use of ml-cart 2, which ships no types. */
declare module 'ml-cart' {
  import type { Matrix } from 'ml-matrix';

  /** A row goes left when `row[splitColumn] < splitValue`. */
  export interface TreeNode {
    /** None in a leaf. */
    readonly left?: TreeNode;
    readonly right?: TreeNode;
    /** Set in leaves too, where the split that was found has not been made; undefined where all labels are equal. */
    readonly splitColumn?: number;
    readonly splitValue?: number;
  }

  export class DecisionTreeRegression {
    constructor(options: {
      /** Nodes of so many rows or fewer are leaves. */
      readonly minNumSamples?: number;
      readonly maxDepth?: number;
    });
    readonly root: TreeNode;
    train(rows: Matrix, values: readonly number[]): void;
  }
}
