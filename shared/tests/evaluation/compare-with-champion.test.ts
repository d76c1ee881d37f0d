import { type ModelDocument, parseModelDocument } from '../../src/artifacts/model-document.ts';
import { compareWithChampion } from '../../src/evaluation/compare-with-champion.ts';
import { loadModel } from '../../src/models/load-model.ts';
import { sha256 } from '../../src/platform/sha256.ts';
import { goldenMatrix } from '../../src/registry/golden-rows.ts';
import { smallModel } from '../registry/small-model.ts';

const { modelText, golden } = await smallModel(1, 'r1');
const document = parseModelDocument(modelText, 'the test');
const evaluated = { sha256: sha256(modelText), document, model: loadModel(document) };
/** Fitted again after it was measured, so named otherwise. */
const champion = { sha256: 'c'.repeat(64), evaluatedSha256: evaluated.sha256, compared: evaluated };
const matrix = goldenMatrix(golden);
const own = evaluated.model.predictProbability(matrix);
/** Golden rows lie evenly from the least to the most likely; every third goes against what the model says. */
const labels = Uint8Array.from(own, (_, row) => (row >= own.length / 2 !== (row % 3 === 0) ? 1 : 0));
const settings = { seed: 1, samples: 200, campaign: document.campaign };

const compare = (probabilities: Float64Array, changes: Partial<ModelDocument> = {}, name = 'f'.repeat(64)) =>
  compareWithChampion(
    champion,
    { sha256: name, document: { ...document, ...changes }, probabilities },
    { matrix, labels },
    settings,
  );

test('the champion beside itself is the winner, and nothing differs', () => {
  const compared = compare(own, {}, evaluated.sha256);
  expect(compared).toMatchObject({
    modelSha256: champion.sha256,
    comparedModelSha256: evaluated.sha256,
    isWinner: true,
    incomparable: null,
    rocAucDifference: { value: 0, lower: 0, upper: 0 },
    logLossDifference: { value: 0, lower: 0, upper: 0 },
  });
});

test('differences are the winner’s figure minus the champion’s', () => {
  const better = compare(Float64Array.from(labels, (label) => 0.1 + 0.8 * label));
  expect(better.rocAucDifference!.value).toBeCloseTo(1 - better.measures!.rocAuc.value!, 12);
  expect(better.rocAucDifference!.lower).toBeGreaterThan(0);
  expect(better.logLossDifference!.upper).toBeLessThan(0);
  const worse = compare(Float64Array.from(labels, (label) => 0.9 - 0.8 * label));
  expect(worse.rocAucDifference!.upper).toBeLessThan(0);
  expect(worse.logLossDifference!.lower).toBeGreaterThan(0);
});

const { training } = document;

test.each<[string, Partial<ModelDocument>, RegExp]>([
  [
    'another feature list',
    { featureListHash: 'e'.repeat(64) },
    /fitted on feature list .* list eeeeeeeeeeee/,
  ],
  [
    'another kind of label',
    { training: { ...training, labelling: { ...training.labelling, mode: 'flag' } } },
    /answers another question \(inactivity, 60 days\) than these labels \(flag, 60 days\)/,
  ],
  [
    'another horizon',
    { training: { ...training, labelling: { ...training.labelling, horizonDays: 90 } } },
    /than these labels \(inactivity, 90 days\)/,
  ],
])('a winner of %s cannot be compared, and the reason is said', (_what, changes, reason) => {
  const compared = compare(own, changes);
  expect(compared).toMatchObject({ measures: null, rocAucDifference: null, logLossDifference: null });
  expect(compared.incomparable).toMatch(reason);
});

test('another look-back is the same question, of customers whom both can judge', () => {
  const labelling = { ...training.labelling, lookbackDays: 90 };
  expect(compare(own, { training: { ...training, labelling } }).incomparable).toBeNull();
});
