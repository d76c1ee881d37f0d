import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findLibrary } from '../../src/find-library.ts';
import { libraryVersion } from '../../src/native-library.ts';
import { type Configuration, configurations } from './configurations.ts';
import {
  type ParityData,
  parityData,
  queryRows,
  rowCount,
  trainCount,
  writeParityData,
} from './parity-data.ts';
import { predictions, predictionsOf, trainInNode } from './train-in-node.ts';

/** Made by `docker/stack/install-locked.sh`, which `make test` runs. */
const python = fileURLToPath(new URL('../../../../.stack/parity/bin/python', import.meta.url));
const script = fileURLToPath(new URL('train_in_python.py', import.meta.url));

interface PythonResult {
  readonly version: string;
  readonly sha256: string;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

let folder: string;
let data: ParityData;
let result: PythonResult;

// Python trains everything in one process, since importing its packages takes longer than all of it.
beforeAll(async () => {
  if (!existsSync(python)) {
    throw new Error(
      `expected the Python package at ${python}; run "docker/stack/install-locked.sh shared/xgboost-node/tests/parity/requirements.lock .stack/parity"`,
    );
  }
  folder = await mkdtemp(join(tmpdir(), 'xgboost-parity-'));
  data = parityData();
  await writeParityData(folder, data);
  const asked = configurations.map((one) => ({ ...one, predictions: predictionsOf(one) }));
  await writeFile(
    join(folder, 'task.json'),
    JSON.stringify({ rowCount, trainCount, queryRows, configurations: asked }),
  );
  // The same way of waiting as this process has; it changes speed only.
  await promisify(execFile)(python, [script, folder], {
    env: { ...process.env, OMP_WAIT_POLICY: 'PASSIVE' },
  });
  result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) as PythonResult;
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('both languages load the same library', async () => {
  expect(libraryVersion()).toBe(result.version);
  const ours = createHash('sha256')
    .update(await readFile(findLibrary()))
    .digest('hex');
  // Another build of the version may add up in another order: what follows may differ then, and this says why.
  expect({ 'sha256 of libxgboost.so': ours }).toEqual({ 'sha256 of libxgboost.so': result.sha256 });
});

test.each(configurations.map((one, index) => [one.name, one, index] as const))(
  '%s: the same bytes of the model, and the same bits of every prediction',
  async (_name, configuration, index) => {
    using trained = await trainInNode(data, configuration);
    const { booster, validation, history } = trained;
    for (const format of ['ubj', 'json'] as const) {
      expect(hashOf(booster.saveRaw(format))).toBe(
        hashOf(await readFile(join(folder, `${index}.${format}`))),
      );
    }
    for (const kind of predictionsOf(configuration)) {
      const { values, shape } = booster.predict(validation, predictions[kind]);
      expect([kind, shape]).toEqual([kind, result.shapes[`${index}.${kind}`]]);
      expect([kind, differences(values, await floatsOf(`${index}.${kind}`))]).toEqual([kind, 0]);
    }
    const scores = (await jsonOf(`${index}.scores.json`)) as Record<string, Record<string, number[]>>;
    for (const { name, metric, value } of history.at(-1)!) expect(scores[name]![metric]!.at(-1)).toBe(value);
    expect(booster.getDump({ withStats: true })).toEqual(await jsonOf(`${index}.dump.json`));
    await requireSameImportance(configuration, index, booster);
  },
);

async function requireSameImportance(
  { params }: Configuration,
  index: number,
  booster: Awaited<ReturnType<typeof trainInNode>>['booster'],
): Promise<void> {
  const expected = (await jsonOf(`${index}.importance.json`)) as Record<string, Record<string, number>>;
  const kinds = params.booster === 'gblinear' ? (['weight'] as const) : importanceTypes;
  for (const kind of kinds) expect(Object.fromEntries(booster.getScore(kind))).toEqual(expected[kind]);
}

const importanceTypes = ['weight', 'gain', 'cover', 'total_gain', 'total_cover'] as const;

/** Numbers that are not the same bits. */
function differences(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Math.abs(a.length - b.length);
  return a.reduce((count, value, at) => count + (Object.is(value, b[at]) ? 0 : 1), 0);
}

async function floatsOf(name: string): Promise<Float32Array> {
  const bytes = await readFile(join(folder, name));
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}

async function jsonOf(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
