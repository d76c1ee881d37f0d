import { unknownParameters } from './known-parameters.ts';
import { XGBoostError } from './xgboost-error.ts';

type Constraint = -1 | 0 | 1;

export type ParameterValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | readonly (readonly (string | number)[])[]
  | Readonly<Record<string, Constraint>>;

/**
 * XGBoost's parameters by their documented names. Lists are allowed where it takes several values: `eval_metric`,
 * `monotone_constraints` (or by feature name), `interaction_constraints` (by index or name), `quantile_alpha`.
 */
export type SomeParameters = Readonly<Record<string, ParameterValue | undefined>>;

/** `nthread` must be among them: the library would take every core. */
export type Parameters = SomeParameters & { readonly nthread: number };

/** Pairs as `XGBoosterSetParam` takes them, in the order given; refuses names that the library does not know. */
export function parameterPairs(given: SomeParameters, featureNames?: readonly string[]): [string, string][] {
  const entries = Object.entries(given).filter(
    (entry): entry is [string, ParameterValue] => entry[1] !== undefined,
  );
  const unknown = given.validate_parameters === false ? [] : unknownParameters(entries.map(([name]) => name));
  if (unknown.length > 0) {
    throw new XGBoostError(
      `expected parameters of XGBoost, got ${unknown.map((name) => `"${name}"`).join(', ')}`,
    );
  }
  return entries.flatMap(([name, value]): [string, string][] => {
    if (name === 'eval_metric' && Array.isArray(value)) return value.map((metric) => [name, String(metric)]);
    return [[name, textOf(name, value, featureNames)]];
  });
}

function textOf(name: string, value: ParameterValue, featureNames: readonly string[] = []): string {
  if (typeof value === 'number' && Number.isNaN(value)) {
    throw new XGBoostError(`expected a number for ${name}, got NaN`);
  }
  if (typeof value !== 'object') return String(value);
  if (name === 'monotone_constraints') return `(${directionsOf(value, featureNames).join(',')})`;
  if (name === 'interaction_constraints') {
    const groups = value as readonly (readonly (string | number)[])[];
    return JSON.stringify(groups.map((group) => group.map((feature) => indexOf(feature, featureNames))));
  }
  return JSON.stringify(value);
}

function directionsOf(value: object, featureNames: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const directions = value as Readonly<Record<string, Constraint>>;
  for (const name of Object.keys(directions)) indexOf(name, featureNames);
  return featureNames.map((name) => directions[name] ?? 0);
}

function indexOf(feature: string | number, featureNames: readonly string[]): number {
  const index = typeof feature === 'number' ? feature : featureNames.indexOf(feature);
  if (Number.isInteger(index) && index >= 0) return index;
  throw new XGBoostError(`expected constraints on features of the matrix, got "${feature}"`);
}
