import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { parseEvaluation } from '../src/evaluation-line.ts';
import { unknownParameters } from '../src/known-parameters.ts';
import { parameterPairs } from '../src/parameters.ts';
import { pythonFloat } from '../src/python-float.ts';

test('lists and names become the text that the library reads', () => {
  const pairs = parameterPairs(
    {
      eval_metric: ['auc', 'error@0.3'],
      monotone_constraints: { b: -1 },
      interaction_constraints: [['a', 'b'], [2]],
      quantile_alpha: [0.1, 0.9],
      subsample: undefined,
      validate_parameters: true,
    },
    ['a', 'b', 'c'],
  );
  expect(pairs).toEqual([
    ['eval_metric', 'auc'],
    ['eval_metric', 'error@0.3'],
    ['monotone_constraints', '(0,-1,0)'],
    ['interaction_constraints', '[[0,1],[2]]'],
    ['quantile_alpha', '[0.1,0.9]'],
    ['validate_parameters', 'true'],
  ]);
  expect(() => parameterPairs({ interaction_constraints: [[-1]] })).toThrow('got "-1"');
});

test('an unknown name passes where the library was told not to validate', () => {
  expect(parameterPairs({ mystery: 1, validate_parameters: false })).toHaveLength(2);
});

/** Parts of a configuration that are no parameters of training. */
const internal = [
  'boost_from_average',
  'default_direction',
  'max_row_perbatch',
  'name',
  'num_feature',
  'num_trees',
  'opt_dense_col',
  'specified_updater',
  'updater_seq',
];

test('every parameter that the library itself lists is known', () => {
  const column = Float32Array.of(1, 2, 3, 4);
  using matrix = DMatrix.fromColumns([column], {
    label: Float32Array.of(0, 1, 0, 1),
    group: Uint32Array.of(4),
    labelLowerBound: column,
    labelUpperBound: column,
    nthread: 1,
  });
  const objectives = ['binary:logistic', 'reg:tweedie', 'reg:pseudohubererror', 'survival:aft', 'rank:ndcg'];
  const variants = [
    ...objectives.map((objective) => ({ objective })),
    { objective: 'reg:quantileerror', quantile_alpha: 0.5 },
    { objective: 'multi:softprob', num_class: 2 },
    ...['exact', 'approx', 'hist'].map((tree_method) => ({ tree_method })),
    { booster: 'dart' },
    ...['shotgun', 'coord_descent'].map((updater) => ({ booster: 'gblinear', updater })),
  ];
  const names = new Set<string>();
  for (const variant of variants) {
    using booster = Booster.create({ nthread: 1, ...variant }, [matrix]);
    booster.update(matrix, 0);
    collectNames(JSON.parse(booster.saveConfig()), names);
  }
  expect(names.size).toBeGreaterThan(60);
  expect(unknownParameters([...names]).filter((name) => !internal.includes(name))).toEqual([]);
});

function collectNames(value: object, names: Set<string>): void {
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) collectNames(part as object, names);
    else if (!Array.isArray(value)) names.add(name);
  }
}

test('scores are read whatever the metric is called and whatever its value', () => {
  expect(parseEvaluation('[3]\ttrain-ndcg@5-:0.5\tvalid-aft-nloglik:1e-05\tx-auc:nan\ty-rmse:-inf')).toEqual([
    { name: 'train', metric: 'ndcg@5-', value: 0.5 },
    { name: 'valid', metric: 'aft-nloglik', value: 1e-5 },
    { name: 'x', metric: 'auc', value: Number.NaN },
    { name: 'y', metric: 'rmse', value: Number.NEGATIVE_INFINITY },
  ]);
  expect(() => parseEvaluation('[0]\tnothing')).toThrow('expected an evaluation');
});

test('numbers are written as Python writes floats', () => {
  const numbers = [1, 0.1, 1e-5, 1.5e-7, 0.0001, 123456789012345680, 1e15, -0, Number.NaN, -Infinity];
  expect(numbers.map(pythonFloat)).toEqual([
    ...['1.0', '0.1', '1e-05', '1.5e-07', '0.0001', '1.2345678901234568e+17', '1000000000000000.0'],
    ...['-0.0', 'nan', '-inf'],
  ]);
});
