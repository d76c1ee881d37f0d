import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import { selectRows } from '@churn/shared/features/select-rows';
import { rocAuc } from '@churn/shared/metrics/roc-auc';
import { loadModel } from '@churn/shared/models/load-model';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { type JudgedRuns, judgedRuns, leaveCandidate, registryOf } from './judged-runs.ts';
import { runChurn } from './run-churn.ts';

const soundSettings = {
  rounds: 60,
  eta: 0.1,
  maxDepth: 3,
  minChildWeight: 5,
  subsample: 0.8,
  columnsByTree: 0.5,
  lambda: 5,
};
/** Far above what sixty small trees take, far below what thousands do. */
const latencyBudget = ['--latency-budget', '0.25'];

let runs: JudgedRuns;
let sound: ModelDocument;
let directory: string;

beforeAll(async () => {
  runs = await judgedRuns();
  sound = await runs.fit('gradient-boosting', soundSettings);
});

afterAll(() => runs[Symbol.asyncDispose]());

const stage = (name: string, run: string, ...options: string[]) =>
  runChurn(name, '--run', run, '--data-dir', directory, ...options);

/** Evaluates and promotes a model in a run by the real stages. */
async function judge(run: string, document: ModelDocument, ...options: string[]) {
  await leaveCandidate(directory, run, document);
  const evaluated = await stage('evaluate', run, '--bootstrap-samples', '100');
  expect([evaluated.exitCode, evaluated.result.error]).toEqual([0, undefined]);
  const { exitCode, result } = await stage('promote', run, ...options);
  return { exitCode, result, rules: result.error?.details.map((reason) => reason.split(':')[0]) ?? [] };
}

describe('beside a sound champion', () => {
  let withChampion: string;
  let before: Record<string, string>;

  beforeAll(async () => {
    directory = withChampion = await runs.copy();
    expect((await judge('r1', sound, ...latencyBudget)).rules).toEqual([]);
  });

  beforeEach(async () => {
    directory = await runs.copy(withChampion);
    before = await registryOf(directory);
  });

  afterEach(async () => {
    expect(Object.keys(before)).not.toEqual([]);
    expect(await registryOf(directory)).toEqual(before);
  });

  test('an equal model is no improvement', async () => {
    const equal = await runs.fit('gradient-boosting', { ...soundSettings, rounds: 61 });
    const { exitCode, rules, result } = await judge('r2', equal);
    expect([exitCode, rules]).toEqual([3, ['against-champion']]);
    expect(result.error!.details[0]).toMatch(
      /expected the lower bound of ROC AUC minus the champion’s above 0/,
    );
  });

  test('a model that has learned from five hundred customers only is worse, even where an equal one would do', async () => {
    const few = selectRows(
      runs.learnable,
      Int32Array.from({ length: 500 }, (_, row) => row),
    );
    const worse = await runs.fit('gradient-boosting', { ...soundSettings, rounds: 20, maxDepth: 1 }, few);
    const { exitCode, rules } = await judge('r2', worse, '--gate', 'refresh');
    expect(exitCode).toBe(3);
    expect(rules).toContain('against-champion');
  });

  test.each([
    [1, 'nobody', ['against-champion']],
    [0, 'everyone', ['profitable', 'against-champion']],
  ])(
    'a threshold of %i contacts %s, which is told, and refused where it loses money',
    async (threshold, whom, expected) => {
      const { rules, result } = await judge('r2', { ...sound, threshold });
      expect(rules).toEqual(expected);
      expect(result.warnings.join()).toContain(`the model would contact ${whom} of the test`);
    },
  );

  test('the same model is the champion already', async () => {
    const { exitCode, result } = await judge('r2', sound);
    expect([exitCode, result.metrics.alreadyChampion]).toEqual([0, true]);
  });

  test('an overfitted model, nearly perfect on its own rows, is refused for its probabilities and its rank', async () => {
    const settings = {
      rounds: 400,
      eta: 0.5,
      maxDepth: 9,
      minChildWeight: 0.1,
      subsample: 1,
      columnsByTree: 1,
      lambda: 0,
    };
    const overfitted = await runs.fit('gradient-boosting', settings);
    const { matrix, labels } = runs.learnable;
    expect(rocAuc(labels, loadModel(overfitted).predictProbability(matrix))).toBeGreaterThan(0.999);
    const { exitCode, rules } = await judge('r2', overfitted, '--gate', 'refresh');
    expect(exitCode).toBe(3);
    expect(rules).toEqual(
      expect.arrayContaining(['better-than-base-rate', 'calibration-slope', 'against-champion']),
    );
  });

  test.each<[string, ModelDocument['calibration'], string]>([
    ['too high', { method: 'sigmoid', slope: 1, intercept: 1.5 }, 'calibration-error'],
    ['too extreme', { method: 'sigmoid', slope: 4, intercept: 0 }, 'calibration-slope'],
  ])(
    'the ranks of the champion with probabilities %s are refused for that alone',
    async (_what, calibration, rule) => {
      const { exitCode, rules } = await judge('r2', { ...sound, calibration }, '--gate', 'refresh');
      expect(exitCode).toBe(3);
      expect(rules).toContain(rule);
      expect(rules).not.toContain('against-champion');
    },
  );

  test('a forest of three thousand trees is too slow for a budget that the champion keeps', async () => {
    const slow = await runs.fit('random-forest', {
      trees: 3_000,
      maxDepth: 3,
      minChildWeight: 5,
      subsample: 0.6,
      columnsByNode: 0.3,
      lambda: 1,
    });
    const { exitCode, rules, result } = await judge('r2', slow, '--gate', 'refresh', ...latencyBudget);
    expect([exitCode, rules.at(-1)]).toEqual([3, 'latency']);
    expect(result.error!.details.at(-1)).toMatch(/within 0\.25 ms \(median\), got a slower model \(.* ms/);
  });

  test('a model of another feature list is exit 2', async () => {
    await leaveCandidate(directory, 'r2', { ...sound, featureListHash: 'f'.repeat(64) });
    const evaluated = await stage('evaluate', 'r2');
    expect([evaluated.exitCode, evaluated.result.error?.code]).toEqual([2, 'feature-list-differs']);
    expect((await stage('promote', 'r2')).exitCode).toBe(2);
  });

  test.each<[string, (text: string) => string, string]>([
    ['null', (text) => text.replace(/"leafValue":\[[^,]*,/, '"leafValue":[null,'), 'model-invalid'],
    ['NaN', (text) => text.replace(/"leafValue":\[[^,]*,/, '"leafValue":[NaN,'), 'model-unreadable'],
    ['1e39', (text) => text.replace(/"leafValue":\[[^,]*,/, '"leafValue":[1e39,'), 'model-invalid'],
  ])('a model with a leaf of %s is exit 2, and there is nothing to promote', async (_what, damage, code) => {
    const text = `${canonicalJson(sound)}\n`;
    expect(damage(text)).not.toBe(text);
    await leaveCandidate(directory, 'r2', sound, damage(text));
    const evaluated = await stage('evaluate', 'r2');
    expect([evaluated.exitCode, evaluated.result.error?.code]).toEqual([2, code]);
    const promoted = await stage('promote', 'r2');
    expect([promoted.exitCode, promoted.result.error?.code]).toEqual([2, 'stage-not-run']);
  });

  const damages: [string, (path: string) => Promise<void>][] = [
    ['cut in half', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
    ['with one more byte', (path) => appendFile(path, ' ')],
    [
      'with one bit of a leaf flipped',
      async (path) => {
        const bytes = await readFile(path);
        const at = bytes.indexOf('"leafValue":[') + '"leafValue":['.length + 4;
        bytes[at] = bytes[at]! ^ 1;
        await writeFile(path, bytes);
      },
    ],
  ];

  test.each(damages)('a model file %s after the evaluation is exit 2', async (_what, damage) => {
    const other = await runs.fit('gradient-boosting', { ...soundSettings, rounds: 50 });
    const model = await leaveCandidate(directory, 'r2', other);
    expect((await stage('evaluate', 'r2', '--bootstrap-samples', '50')).exitCode).toBe(0);
    await damage(new ArtifactLayout(directory).absolute(model.path));
    for (const name of ['promote', 'evaluate']) {
      const { exitCode, result } = await stage(name, 'r2', ...(name === 'evaluate' ? ['--force'] : []));
      expect([exitCode, result.error?.code]).toEqual([2, 'artifact-damaged']);
    }
  });
});
