import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { readUbjson } from '../src/read-ubjson.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

const { columns, labels } = syntheticRows(200, 3);
const categories = Float32Array.from(labels, (_, row) => row % 5);
const pairs = Float32Array.from({ length: 400 }, (_, at) => at % 7);

async function modelOf(params: object, label = labels, categorical = false): Promise<Booster> {
  using matrix = DMatrix.fromColumns([...columns, categories], {
    label,
    nthread: 1,
    ...(categorical ? { featureTypes: ['q', 'q', 'q', 'c'] } : {}),
  });
  return (await train({ params: { nthread: 1, max_depth: 3, ...params }, dtrain: matrix, numBoostRound: 3 }))
    .booster;
}

test.each([
  ['plain trees', {}, labels, false],
  ['trees with categories', { max_cat_to_onehot: 1 }, labels, true],
  ['dart', { booster: 'dart', rate_drop: 0.5 }, labels, false],
  ['several classes', { objective: 'multi:softprob', num_class: 2, num_parallel_tree: 2 }, labels, false],
  ['two targets', {}, pairs, false],
  ['leaves of two targets', { multi_strategy: 'multi_output_tree' }, pairs, false],
] as const)(
  '%s are sound in both formats, which hold the same',
  async (_name, params, label, categorical) => {
    using booster = await modelOf(params, label, categorical);
    for (const format of ['json', 'ubj'] as const) {
      using loaded = Booster.load(booster.saveRaw(format), { nthread: 1 });
      expect(loaded.saveRaw(format)).toEqual(booster.saveRaw(format));
    }
    const document = readUbjson(booster.saveRaw('ubj')) as { learner: { attributes: object } };
    const json = JSON.parse(new TextDecoder().decode(booster.saveRaw('json'))) as typeof document;
    expect(Object.keys(document.learner)).toEqual(Object.keys(json.learner));
  },
);

test('a model of endless gains, which the library writes as bare words, is sound, too', async () => {
  using booster = await modelOf({});
  const json = new TextDecoder().decode(booster.saveRaw('json'));
  const endless = json.replace(/"loss_changes":\[[^,\]]+/, '"loss_changes":[Infinity');
  using loaded = Booster.load(new TextEncoder().encode(endless), { nthread: 1 });
  expect(new TextDecoder().decode(loaded.saveRaw('json'))).toBe(endless);
});

type Tree = Record<string, number[]>;

test.each<[string, (tree: Tree) => void, string]>([
  ['a child beyond the nodes', (tree) => tree.left_children!.splice(0, 1, 99), 'child 99 of node 0'],
  ['a node that is its own child', (tree) => tree.right_children!.splice(0, 1, 0), 'child 0 of node 0'],
  ['a parent that is none', (tree) => tree.parents!.splice(1, 1, 7), 'child 1 of node 0'],
  ['a feature beyond the last', (tree) => tree.split_indices!.splice(0, 1, 9), 'feature 9'],
  ['a short array', (tree) => tree.default_left!.pop(), 'default_left'],
])('%s is refused before the library meets it', async (_name, damage, message) => {
  using booster = await modelOf({});
  const document = JSON.parse(new TextDecoder().decode(booster.saveRaw('json'))) as {
    learner: { gradient_booster: { model: { trees: Tree[] } } };
  };
  damage(document.learner.gradient_booster.model.trees[1]!);
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  expect(() => Booster.load(bytes, { nthread: 1 })).toThrow(message);
});

test.each<[string, object, RegExp, string, string]>([
  ['two trees of one number', {}, /"id":1\b/, '"id":0', 'tree 0 in place 1'],
  ['leaves of less than no number', {}, /"size_leaf_vector":"1"/, '"size_leaf_vector":"-1"', 'leaves of -1'],
  ['targets without end', {}, /"num_target":"1"/, '"num_target":"2147483647"', 'that no tree gives'],
  ['targets below 0', {}, /"num_target":"1"/, '"num_target":"-1"', '-1 targets'],
  [
    'more features than the trees',
    {},
    /"num_feature":"4"/,
    '"num_feature":"2147483647"',
    '4 features of 2147483647',
  ],
  [
    'fewer weights than features',
    { booster: 'gblinear' },
    /"num_feature":"4"/,
    '"num_feature":"9"',
    '5 weights of 9 features',
  ],
])('%s are refused before the library meets them', async (_name, params, sound, damaged, message) => {
  using booster = await modelOf(params, labels, false);
  const json = new TextDecoder().decode(booster.saveRaw('json'));
  expect(json).toMatch(sound);
  // The learner's own sizes stand after those of its trees.
  const at = [...json.matchAll(new RegExp(sound, 'g'))].at(-1)!;
  const model = json.slice(0, at.index) + damaged + json.slice(at.index + at[0].length);
  expect(() => Booster.load(new TextEncoder().encode(model), { nthread: 1 })).toThrow(message);
});

test.each(['json', 'ubj'] as const)(
  'a %s model cut short or with damaged bytes ends no process',
  async (format) => {
    using booster = await modelOf({});
    const model = Buffer.from(booster.saveRaw(format)).toString('base64');
    const module = new URL('../src/booster.ts', import.meta.url).href;
    const matrixModule = new URL('../src/dmatrix.ts', import.meta.url).href;
    // A process of its own, so that a crash is seen as its exit code.
    const program = `
    import { Booster } from '${module}';
    import { DMatrix } from '${matrixModule}';
    const model = Uint8Array.from(Buffer.from('${model}', 'base64'));
    const matrix = DMatrix.fromColumns([1, 2, 3, 4].map((k) => Float32Array.of(k, 9)), { nthread: 1 });
    let state = 5, refused = 0;
    const random = (below) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0, Math.floor((state / 2 ** 32) * below));
    for (let k = 0; k < 400; k++) {
      const bytes = k % 4 === 0 ? model.slice(0, random(model.length)) : model.slice();
      if (k % 4 !== 0) bytes[random(bytes.length)] = random(256);
      try {
        const booster = Booster.load(bytes, { nthread: 1, verbosity: 0 });
        booster.predict(matrix, { predContribs: true });
        booster.saveRaw();
      } catch (error) {
        if (error.name !== 'XGBoostError') throw error;
        refused += 1;
      }
    }
    process.stdout.write(String(refused));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(Number(stdout)).toBeGreaterThan(100);
  },
);
