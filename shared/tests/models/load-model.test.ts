import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FeatureMatrix } from '../../src/features/feature-matrix.ts';
import { loadModel } from '../../src/models/load-model.ts';
import type { JsonValue } from '../../src/schema/json-value.ts';
import { modelFamilyNames } from '../../src/schema/model-family-name.ts';

const customers: FeatureMatrix = {
  rowCount: 3,
  columns: [{ kind: 'numeric', name: 'days', values: Float64Array.of(0, 20, Number.NaN) }],
};

/** Margin = −1 + 2 · (days − 10) / 10, a missing number taken as 5 days. */
const linear = {
  preprocessor: {
    encoder: { names: ['days'], columns: [{ kind: 'numeric', source: 0 }] },
    inputs: [{ signLog: false, median: 5, mean: 10, scale: 10 }],
    terms: [{ column: 0, take: 'value', mean: 0, scale: 1 }],
  },
  intercept: -1,
  coefficients: [2],
};

const { preprocessor } = linear;
const logistic = (margin: number) => 1 / (1 + Math.exp(-margin));

test('a linear document predicts by its formula', () => {
  const model = loadModel({
    family: 'logistic-regression',
    calibration: { method: 'none' },
    parameters: linear,
  });
  expect([...model.predictProbability(customers)]).toEqual([logistic(-3), logistic(1), logistic(-2)]);
});

test('probabilities are calibrated, explanations are not', () => {
  const model = loadModel({
    family: 'logistic-regression',
    calibration: { method: 'sigmoid', slope: 0.5, intercept: 0.25 },
    parameters: linear,
  });
  expect(model.predictProbability(customers)[1]).toBeCloseTo(logistic(0.5 * 1 + 0.25), 12);
  expect(model.explain(customers)).toEqual({ base: -1, values: Float64Array.of(-2, 2, -1) });
});

test.each<[string, JsonValue]>([
  ['a number that is none', { ...linear, intercept: null }],
  ['a coefficient too few', { ...linear, coefficients: [] }],
  ['a coefficient too many', { ...linear, coefficients: [2, 3] }],
  ['a coefficient as text', { ...linear, coefficients: ['2'] }],
  ['an infinite coefficient', { ...linear, coefficients: [Number.POSITIVE_INFINITY] }],
  [
    'a scale of 0',
    { ...linear, preprocessor: { ...preprocessor, terms: [{ ...preprocessor.terms[0]!, scale: 0 }] } },
  ],
  [
    'a term of no column',
    { ...linear, preprocessor: { ...preprocessor, terms: [{ ...preprocessor.terms[0]!, column: 1 }] } },
  ],
  [
    'an input too few',
    { ...linear, preprocessor: { ...preprocessor, inputs: [], terms: [] }, coefficients: [] },
  ],
])('a linear document with %s is refused', (_name, parameters) => {
  const load = () =>
    loadModel({ family: 'logistic-regression', calibration: { method: 'none' }, parameters });
  expect(load).toThrow(expect.objectContaining({ code: 'model-invalid', exitCode: 2 }));
});

describe.each(modelFamilyNames)('%s', (family) => {
  test.each<[JsonValue]>([[null], [{}], [[]], ['text'], [{ encoder: { columns: [], names: [] } }]])(
    '%j is no model',
    (parameters) => {
      const load = () => loadModel({ family, calibration: { method: 'none' }, parameters });
      expect(load).toThrow(expect.objectContaining({ code: 'model-invalid' }));
    },
  );
});

test('a model loads where no library that fits is installed', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const trains = /koffi|xgboost-node|ml-/;
    registerHooks({
      resolve(specifier, context, next) {
        if (trains.test(specifier)) throw new Error('not installed: ' + specifier);
        return next(specifier, context);
      },
    });
    const { loadModel } = await import(${JSON.stringify(new URL('../../src/models/load-model.ts', import.meta.url))});
    const parameters = ${JSON.stringify(linear)};
    const { family } = loadModel({ family: 'logistic-regression', calibration: { method: 'none' }, parameters });
    console.log(family);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toBe('logistic-regression\n');
});
