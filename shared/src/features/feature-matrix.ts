/** A number a row; NaN where the value is missing. */
export interface NumericColumn {
  readonly kind: 'numeric';
  readonly name: string;
  readonly values: Float64Array;
}

/** An index into `levels` a row; -1 where the value is missing. */
export interface CategoricalColumn {
  readonly kind: 'categorical';
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export type FeatureColumn = NumericColumn | CategoricalColumn;

/** Features of `rowCount` customers, column by column, in the order of the feature list. */
export interface FeatureMatrix {
  readonly rowCount: number;
  readonly columns: readonly FeatureColumn[];
}
