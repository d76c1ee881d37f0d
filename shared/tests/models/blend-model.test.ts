import { type Calibration, calibrate } from '../../src/calibration/calibration.ts';
import { logit, sigmoid } from '../../src/metrics/log-odds.ts';
import { type BlendMember, createBlendModel } from '../../src/models/blend-model.ts';
import { loadModel } from '../../src/models/load-model.ts';
import { modelFamilies } from '../../src/models/model-families.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import type { JsonValue } from '../../src/schema/json-value.ts';
import type { SingleFamilyName } from '../../src/schema/model-family-name.ts';
import { syntheticCustomers } from './synthetic-customers.ts';

const train = syntheticCustomers(400, 1);
const { matrix } = syntheticCustomers(100, 2);
const none: Calibration = { method: 'none' };
const sharper: Calibration = { method: 'sigmoid', slope: 1.3, intercept: -0.2 };
const steps: Calibration = { method: 'isotonic', from: [0.2, 0.5, 0.8], to: [0.1, 0.4, 0.9] };

let members: readonly BlendMember[];

async function memberOf(family: SingleFamilyName, weight: number, calibration: Calibration) {
  const { sampleHyperparameters, fit } = modelFamilies[family];
  const { model } = await fit(train, sampleHyperparameters(seededRandom(4), 400), { seed: 42, threads: 1 });
  return { family, modelSha256: family, weight, calibration, parameters: model.toArtifact() };
}

beforeAll(async () => {
  members = [
    await memberOf('logistic-regression', 0.25, sharper),
    await memberOf('decision-tree', 0.25, none),
    await memberOf('gradient-boosting', 0.5, none),
  ];
});

const stored = (artifact: JsonValue) => JSON.parse(JSON.stringify(artifact)) as JsonValue;

test('the log-odds of a blend are the weighted mean of those of its calibrated members', () => {
  const blended = createBlendModel(members).predictProbability(matrix);
  const calibrated = members.map(({ family, calibration, parameters }) =>
    loadModel({ family, calibration, parameters }).predictProbability(matrix),
  );
  for (let row = 0; row < matrix.rowCount; row++) {
    const logOdds = members.reduce((sum, { weight }, i) => sum + weight * logit(calibrated[i]![row]!), 0);
    expect(blended[row]).toBeCloseTo(sigmoid(logOdds), 12);
  }
});

test('a stored blend predicts and explains the same bits, in a batch and one customer at a time', () => {
  const model = createBlendModel(members);
  const parameters = stored(model.toArtifact());
  const loaded = loadModel({ family: 'blend', calibration: none, parameters });
  expect(loaded.family).toBe('blend');
  expect(loaded.predictProbability(matrix)).toEqual(model.predictProbability(matrix));
  expect(loaded.explain(matrix)).toEqual(model.explain(matrix));
  expect(loaded.toArtifact()).toEqual(parameters);
  const first = {
    rowCount: 1,
    columns: matrix.columns.map((column) =>
      column.kind === 'numeric'
        ? { ...column, values: column.values.slice(0, 1) }
        : { ...column, codes: column.codes.slice(0, 1) },
    ),
  };
  expect(loaded.predictProbability(first)[0]).toBe(model.predictProbability(matrix)[0]);
});

test('contributions add up to the log-odds where every calibration is a line', () => {
  const model = createBlendModel(members);
  const { base, values } = model.explain(matrix);
  const width = matrix.columns.length;
  for (const [row, probability] of model.predictProbability(matrix).entries()) {
    const logOdds = values.slice(row * width, (row + 1) * width).reduce((a, b) => a + b, base);
    expect(logOdds).toBeCloseTo(logit(probability), 4);
  }
});

test('an isotonic member is calibrated in the answer, and explained as before its calibration', () => {
  const [, tree] = members;
  const alone = createBlendModel([{ ...tree!, weight: 1, calibration: steps }]);
  const plain = loadModel({ family: 'decision-tree', calibration: none, parameters: tree!.parameters });
  const expected = calibrate(steps, plain.predictProbability(matrix));
  expect([...alone.predictProbability(matrix)]).toEqual([...expected].map((p) => expect.closeTo(p, 12)));
  expect(alone.explain(matrix)).toEqual(plain.explain(matrix));
});

test.each<[string, (blend: { members: BlendMember[] }) => unknown]>([
  ['no member', () => ({ members: [] })],
  ['weights that do not sum to 1', ({ members: [first] }) => ({ members: [first] })],
  [
    'a weight below 0',
    ({ members: [a, b] }) => ({
      members: [
        { ...a, weight: -1 },
        { ...b, weight: 2 },
      ],
    }),
  ],
  ['a blend as a member', ({ members: [a] }) => ({ members: [{ ...a, weight: 1, family: 'blend' }] })],
  ['a damaged member', ({ members: [a] }) => ({ members: [{ ...a, weight: 1, parameters: {} }] })],
])('a blend with %s is refused', (_name, damage) => {
  const damaged = damage(
    stored(createBlendModel(members).toArtifact()) as unknown as { members: BlendMember[] },
  );
  const load = () => loadModel({ family: 'blend', calibration: none, parameters: damaged as JsonValue });
  expect(load).toThrow(expect.objectContaining({ code: 'model-invalid', exitCode: 2 }));
});
