/** What we use of ml-cart 2, which ships no types. */
declare module 'ml-cart' {
  import type { Matrix } from 'ml-matrix';

  /** A row goes left when `row[splitColumn] < splitValue`. A node without children is a leaf. */
  export interface TreeNode {
    readonly left?: TreeNode;
    readonly right?: TreeNode;
    /** Set in leaves too, where the split that was found has not been made. */
    readonly splitColumn?: number;
    readonly splitValue?: number;
    /** Squared error that the split leaves; none where the node has too few rows to look for a split. */
    readonly gain?: number;
  }

  export class DecisionTreeRegression {
    constructor(options: {
      /** Nodes of so many rows or fewer are leaves. */
      readonly minNumSamples?: number;
      readonly maxDepth?: number;
      /** A split must leave more squared error than this. */
      readonly gainThreshold?: number;
    });
    readonly root: TreeNode;
    train(rows: Matrix, values: readonly number[]): void;
  }
}
