import { arrayInterface, type NumberArray } from './array-interface.ts';
import { setFeatureInfo } from './feature-info.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** What is known of the rows and columns of a matrix beside their values. */
export interface MatrixInfo {
  /** One number a row, or `k` of them row after row for `k` targets. */
  readonly label?: NumberArray;
  /** Weight of each row, or of each group when ranking; 1 where absent. */
  readonly weight?: NumberArray;
  /** Margin from which boosting starts, one number a row (or one for each row and class, row after row). */
  readonly baseMargin?: NumberArray;
  /** Rows of each query in their order (ranking). */
  readonly group?: Uint32Array | Int32Array;
  /** Query of each row, ascending (ranking); instead of `group`. */
  readonly qid?: Uint32Array | Int32Array;
  /** Bounds of the label where it is censored (survival). */
  readonly labelLowerBound?: NumberArray;
  readonly labelUpperBound?: NumberArray;
  /** How likely column sampling takes each feature. */
  readonly featureWeights?: NumberArray;
  readonly featureNames?: readonly string[];
  /** `q` or `float` a number, `int` or `i` a whole one, `c` a category: whole numbers from 0. */
  readonly featureTypes?: readonly FeatureType[];
}

export type FeatureType = 'q' | 'float' | 'int' | 'i' | 'c';

/** The library's name of each field, and whether it must be as long as there are rows (or a multiple of that). */
const fields = [
  ['label', 'label', 'multiple'],
  ['weight', 'weight', 'rowsOrGroups'],
  ['baseMargin', 'base_margin', 'multiple'],
  ['group', 'group', 'free'],
  ['qid', 'qid', 'rows'],
  ['labelLowerBound', 'label_lower_bound', 'rows'],
  ['labelUpperBound', 'label_upper_bound', 'rows'],
  ['featureWeights', 'feature_weights', 'columns'],
] as const;

type Rule = (typeof fields)[number][2];
type Shape = { readonly numRow: number; readonly numCol: number };

/** Gives a native matrix its labels, weights and names, after checking their lengths and values. */
export function setInfo(matrix: Handle, info: MatrixInfo, shape: Shape): void {
  if (info.group !== undefined && info.qid !== undefined) {
    throw new XGBoostError('expected group or qid, got both');
  }
  requireWholeGroups(info, shape.numRow);
  for (const [key, field, rule] of fields) {
    const values = info[key];
    if (values === undefined) continue;
    requireLength(key, values.length, rule, shape, info.group?.length);
    if (key !== 'labelUpperBound') requireFinite(key, values);
    const width = rule === 'multiple' ? values.length / shape.numRow : 1;
    call(
      'XGDMatrixSetInfoFromInterface',
      matrix,
      field,
      arrayInterface(values, width === 1 ? [values.length] : [shape.numRow, width]),
    );
  }
  if (info.featureNames !== undefined)
    setFeatureInfo('DMatrix', matrix, 'feature_name', info.featureNames, shape.numCol);
  if (info.featureTypes !== undefined)
    setFeatureInfo('DMatrix', matrix, 'feature_type', info.featureTypes, shape.numCol);
}

function requireLength(key: string, length: number, rule: Rule, shape: Shape, groups?: number): void {
  const { numRow, numCol } = shape;
  const expected: Record<Rule, [boolean, string]> = {
    multiple: [length > 0 && length % numRow === 0, `one for each of ${numRow} rows, or a multiple`],
    rowsOrGroups: [
      length === (groups ?? numRow) || length === numRow,
      `one for each of ${groups === undefined ? `${numRow} rows` : `${groups} groups`}`,
    ],
    rows: [length === numRow, `one for each of ${numRow} rows`],
    columns: [length === numCol, `one for each of ${numCol} columns`],
    free: [true, ''],
  };
  if (expected[rule][0]) return;
  throw new XGBoostError(`expected ${key} to hold ${expected[rule][1]}, got ${length} numbers`);
}

function requireFinite(key: string, values: NumberArray): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new XGBoostError(`expected ${key} to hold finite numbers, got ${values[at]} at ${at}`);
}

function requireWholeGroups({ group }: MatrixInfo, numRow: number): void {
  if (group === undefined) return;
  const sum = Array.from(group).reduce((total, size) => (size < 0 ? Number.NaN : total + size), 0);
  if (sum !== numRow) throw new XGBoostError(`expected groups of ${numRow} rows in all, got ${sum}`);
}
