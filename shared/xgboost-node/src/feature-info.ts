import { copyStrings } from './copy-native.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

type Owner = 'DMatrix' | 'Booster';
type Field = 'feature_name' | 'feature_type';

const types = ['q', 'float', 'int', 'i', 'c'];

/** Names or types of the features that a matrix or a booster holds; undefined where it has none. */
export function getFeatureInfo(owner: Owner, handle: Handle, field: Field): string[] | undefined {
  const count = [0];
  const values: [Handle] = [null];
  call(`XG${owner}GetStrFeatureInfo`, handle, field, count, values);
  return count[0] === 0 ? undefined : copyStrings(values[0], count[0]!);
}

/** Sets them; `numCol` is how many there must be, where that is known. */
export function setFeatureInfo(
  owner: Owner,
  handle: Handle,
  field: Field,
  values: readonly string[],
  numCol = values.length,
): void {
  if (values.length !== numCol) {
    throw new XGBoostError(`expected ${numCol} of ${field}, got ${values.length}`);
  }
  if (field === 'feature_name') requireNames(values);
  const strange = field === 'feature_type' ? values.find((type) => !types.includes(type)) : undefined;
  if (strange !== undefined)
    throw new XGBoostError(`expected a type of ${types.join(', ')}, got "${strange}"`);
  call(`XG${owner}SetStrFeatureInfo`, handle, field, [...values], values.length);
}

/** What the Python package refuses: these would break the dumps, the first also the maps of scores. */
function requireNames(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new XGBoostError(`expected unique feature names, got "${twice}" twice`);
  const strange = names.find((name) => /[[\]<\0]/.test(name));
  if (strange !== undefined)
    throw new XGBoostError(`expected a feature name without [, ] and <, got "${strange}"`);
}
