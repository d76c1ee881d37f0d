import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalJson } from '../../src/platform/canonical-json.ts';
import { sha256 } from '../../src/platform/sha256.ts';
import { goldenMatrix } from '../../src/registry/golden-rows.ts';
import { listRegisteredModels } from '../../src/registry/list-registered-models.ts';
import { loadEvaluatedModel } from '../../src/registry/load-evaluated-model.ts';
import { loadRegisteredModel } from '../../src/registry/load-registered-model.ts';
import { type ModelContent, registerModel } from '../../src/registry/register-model.ts';
import { smallBlend, smallModel, smallRefittedModel } from './small-model.ts';
import { actor, type TestRegistry, testRegistry } from './test-registry.ts';

const fileNames = [
  'golden.json',
  'manifest.json',
  'metrics.json',
  'model-card.md',
  'model.json',
  'reference.json',
];

let content: ModelContent;
let id: string;
let registry: TestRegistry;
let folder: string;

beforeAll(async () => {
  content = await smallModel(1, 'first');
  id = sha256(content.modelText);
});

beforeEach(async () => {
  registry = await testRegistry();
  folder = registry.layout.registeredModel(id);
  await registerModel(registry.layout, content, actor);
});

afterEach(() => registry[Symbol.asyncDispose]());

const load = (modelSha256 = id) => loadRegisteredModel(registry.layout, modelSha256);

test('a registered model comes back with all that was given', async () => {
  const registered = await load();
  expect(registered).toMatchObject({
    sha256: id,
    metrics: content.metrics,
    reference: content.reference,
    golden: content.golden,
  });
  expect((await readdir(folder)).sort()).toEqual(fileNames);
  expect(await readFile(join(folder, 'model.json'), 'utf8')).toBe(content.modelText);
});

test('the model that was measured is kept beside one that was fitted again from it', async () => {
  const refitted = await smallRefittedModel(1, 'first');
  const registered = await registerModel(registry.layout, refitted, actor);
  const files = await readdir(registry.layout.registeredModel(registered.sha256));
  expect(files.sort()).toEqual([...fileNames, 'evaluated-model.json'].sort());
  const evaluated = await loadEvaluatedModel(registry.layout, registered);
  expect(evaluated.sha256).toBe(id);
  expect(evaluated.document).toEqual((await load()).document);
  expect(await loadEvaluatedModel(registry.layout, await load())).toMatchObject({ sha256: id });
  const card = await readFile(
    join(registry.layout.registeredModel(registered.sha256), 'model-card.md'),
    'utf8',
  );
  expect(card).toContain(`| evaluated model | ${id} |`);
  expect(card).toContain('The figures below are of that one.');
});

test('a refitted model is not registered without the one that was measured', async () => {
  const { evaluatedModelText: _, ...alone } = await smallRefittedModel(1, 'first');
  await expect(registerModel(registry.layout, alone, actor)).rejects.toMatchObject({ code: 'model-damaged' });
  expect(await readdir(registry.layout.registeredModels)).toEqual([id]);
});

test('golden rows go from the least to the most likely, and hold no customer', async () => {
  const { golden } = content;
  expect(golden.probabilities).toHaveLength(20);
  expect(golden.probabilities).toEqual([...golden.probabilities].sort((a, b) => a - b));
  expect(golden.columns.map(({ name }) => name)).not.toContain('customer_id');
  const { model } = await load();
  expect([...model.predictProbability(goldenMatrix(golden))]).toEqual(golden.probabilities);
});

test('the model card says whom the model is for, and how well it does', async () => {
  const card = await readFile(join(folder, 'model-card.md'), 'utf8');
  expect(card).toContain(id);
  expect(card).toContain('no transaction in the 60 days from the as-of date');
  expect(card).toContain('| rocAuc | 0.7200 | 0.6800 | 0.7600 |');
});

test('the model card of a blend names its members and what each counts', async () => {
  const blend = await smallBlend(1, 'first');
  const { sha256: blendId } = await registerModel(registry.layout, blend, actor);
  const card = await readFile(join(registry.layout.registeredModel(blendId), 'model-card.md'), 'utf8');
  expect(card).toContain(
    '| members and weights | decision-tree 0.2000, gradient-boosting 0.5000, logistic-regression 0.3000 |',
  );
});

test('registering again changes nothing', async () => {
  const times = async () =>
    Promise.all(fileNames.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  const before = await times();
  const again = await registerModel(
    registry.layout,
    { ...content, metrics: { ...content.metrics, run: 'x' } },
    actor,
  );
  expect(again.metrics.run).toBe('first');
  expect(await times()).toEqual(before);
  expect(await readdir(registry.layout.registeredModels)).toEqual([id]);
});

test.each(fileNames)('a bit flipped anywhere in %s is found and named', async (name) => {
  const path = join(folder, name);
  const bytes = await readFile(path);
  for (let place = 0; place < 24; place += 1) {
    const offset = Math.round((place * (bytes.length - 1)) / 23);
    const damaged = Buffer.from(bytes);
    damaged[offset]! ^= 1 << (place % 8);
    await writeFile(path, damaged);
    await expect(load()).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(name) });
  }
});

test.each(fileNames)('without %s a model is refused by that name', async (name) => {
  await rm(join(folder, name));
  await expect(load()).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(name) });
});

test.each([
  ['a folder', (path: string) => mkdir(path)],
  ['a link to itself', (path: string) => symlink(basename(path), path)],
])('%s in place of a file is a damage of that model alone', async (_what, leave) => {
  const path = join(folder, 'metrics.json');
  await rm(path);
  await leave(path);
  const message = `expected ${path} to be a file, it is none`;
  await expect(load()).rejects.toMatchObject({ code: 'model-damaged', exitCode: 2, message });
  expect(await listRegisteredModels(registry.layout)).toEqual([{ sha256: id, failure: message }]);
});

test('who registers a model that is damaged is told how to go on', async () => {
  await rm(join(folder, 'metrics.json'));
  await expect(registerModel(registry.layout, content, actor)).rejects.toMatchObject({
    code: 'model-damaged',
    message: expect.stringMatching(
      `found no such file: restore ${folder} from a backup, or remove it and promote again$`,
    ),
  });
  await rm(folder, { recursive: true });
  expect((await registerModel(registry.layout, content, actor)).sha256).toBe(id);
});

test.each([
  ['model-not-registered', 'f'.repeat(64)],
  ['bad-model-id', '../../registry'],
  ['bad-model-id', 'abc'],
])('%s: %s', async (code, modelSha256) => {
  await expect(load(modelSha256)).rejects.toMatchObject({ code, exitCode: 2 });
});

test('a model that answers a golden row with other bits does not get into the registry', async () => {
  const other = await smallModel(2, 'second');
  const [first, ...rest] = other.golden.probabilities;
  const golden = { ...other.golden, probabilities: [first! * (1 + Number.EPSILON), ...rest] };
  await expect(registerModel(registry.layout, { ...other, golden }, actor)).rejects.toMatchObject({
    code: 'golden-rows-differ',
    message: expect.stringMatching(/20 probabilities .* bit for bit, 1 differ, first that of row 1$/),
  });
  expect(await readdir(registry.layout.registeredModels)).toEqual([id]);
});

test('a model whose golden rows have other features does not get into the registry', async () => {
  const other = await smallModel(2, 'second');
  const golden = { ...other.golden, columns: [...other.golden.columns].reverse() };
  await expect(registerModel(registry.layout, { ...other, golden }, actor)).rejects.toMatchObject({
    code: 'golden-rows-differ',
  });
});

test('a model registered before campaigns had rules and evaluations measured EMPC still loads', async () => {
  const earlier = JSON.parse(content.modelText);
  earlier.campaign = { customerValue: 200, offerCost: 10, offerSuccess: 0.2 };
  const { mpc, empc, optimalFraction, profitAboveRandom, ...rest } = content.metrics.measures;
  const { capturedWithinBudget, profitWithinBudget, ...measures } = rest;
  const modelText = `${canonicalJson(earlier)}\n`;
  const metrics = { ...content.metrics, measures: measures as typeof rest & typeof content.metrics.measures };
  const { sha256: earlierId } = await registerModel(
    registry.layout,
    { ...content, modelText, metrics },
    actor,
  );
  const loaded = await load(earlierId);
  expect(loaded.document.campaign).toMatchObject({
    customerValue: 200,
    rule: 'expected-profit',
    contactCost: 0,
  });
  expect(loaded.metrics.measures.rocAuc).toEqual(content.metrics.measures.rocAuc);
  expect(loaded.metrics.measures.empc.value).toBeNull();
});
