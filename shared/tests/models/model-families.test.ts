import { logLoss } from '../../src/metrics/log-loss.ts';
import { loadModel } from '../../src/models/load-model.ts';
import { modelFamilies } from '../../src/models/model-families.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import type { JsonValue } from '../../src/schema/json-value.ts';
import { syntheticCustomers } from './synthetic-customers.ts';

const train = syntheticCustomers(800, 1);
const validation = syntheticCustomers(400, 2);

describe.each(Object.values(modelFamilies))('$name', (family) => {
  const hyperparameters = family.sampleHyperparameters(seededRandom(4), 800);
  const fit = (threads: number) => family.fit(train, hyperparameters, { seed: 42, threads, validation });

  test('is listed under its own name', () => {
    expect(modelFamilies[family.name]).toBe(family);
  });

  test('the range of its search holds its default and whatever a seed draws', () => {
    const random = seededRandom(9);
    for (const rowCount of [300, 1_999, 2_000, 100_000]) {
      const draws = Array.from({ length: 200 }, () => family.sampleHyperparameters(random, rowCount));
      for (const settings of [family.defaultHyperparameters(rowCount), ...draws]) {
        expect(family.searchRange.parse(settings)).toEqual(settings);
      }
    }
  });

  test.each([-5, 'x', Number.NaN, Number.POSITIVE_INFINITY])(
    'the range of its search does not hold %p for any of its settings',
    (wrong) => {
      for (const name of Object.keys(hyperparameters)) {
        expect(family.searchRange.safeParse({ ...hyperparameters, [name]: wrong }).success).toBe(false);
      }
    },
  );

  test('knows more of unseen customers than a coin', async () => {
    const { model } = await fit(2);
    expect(logLoss(validation.labels, model.predictProbability(validation.matrix))).toBeLessThan(0.55);
  });

  test('the same seed gives the same artifact on 1 and 2 threads', async () => {
    const [one, two] = [await fit(1), await fit(2)];
    expect(JSON.stringify(two.model.toArtifact())).toBe(JSON.stringify(one.model.toArtifact()));
    expect(two.hyperparameters).toEqual(one.hyperparameters);
  });

  test('settled hyperparameters repeat the fit without a validation set', async () => {
    const { model, hyperparameters: settled } = await fit(2);
    const again = await family.fit(train, settled, { seed: 42, threads: 2 });
    expect(again.model.toArtifact()).toEqual(model.toArtifact());
  });

  test('a loaded model predicts and explains the same bits', async () => {
    const { model } = await fit(2);
    const parameters = JSON.parse(JSON.stringify(model.toArtifact())) as JsonValue;
    const loaded = loadModel({ family: family.name, calibration: { method: 'none' }, parameters });
    expect(loaded.predictProbability(validation.matrix)).toEqual(model.predictProbability(validation.matrix));
    expect(loaded.explain(validation.matrix)).toEqual(model.explain(validation.matrix));
    expect(loaded.toArtifact()).toEqual(parameters);
  });

  test('contributions of a customer add up to the margin', async () => {
    const { model } = await fit(2);
    const probabilities = model.predictProbability(validation.matrix);
    const { base, values } = model.explain(validation.matrix);
    const width = validation.matrix.columns.length;
    for (let row = 0; row < 400; row++) {
      const margin = values.slice(row * width, (row + 1) * width).reduce((a, b) => a + b, base);
      expect(margin).toBeCloseTo(Math.log(probabilities[row]! / (1 - probabilities[row]!)), 4);
    }
  });

  test('labels of one class are refused', async () => {
    const stayed = { matrix: train.matrix, labels: new Uint8Array(800) };
    await expect(family.fit(stayed, hyperparameters, { seed: 1, threads: 1 })).rejects.toThrow('0 of 800');
  });

  test('a fit that is aborted rejects with the reason', async () => {
    const abort = new AbortController();
    const fitting = family.fit(train, hyperparameters, { seed: 1, threads: 1, signal: abort.signal });
    abort.abort(new Error('stopped by its user'));
    await expect(fitting).rejects.toThrow('stopped by its user');
  });
});
