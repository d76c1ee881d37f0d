import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

test('a model file holds the bytes of saveRaw, replaces the old one whole, and leaves nothing beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgboost-node-'));
  const { columns, labels: label } = syntheticRows(100, 2);
  using matrix = DMatrix.fromColumns(columns, { label, nthread: 1 });
  using booster = (await train({ params: { nthread: 1 }, dtrain: matrix, numBoostRound: 2 })).booster;
  try {
    await writeFile(join(folder, 'model.ubj'), 'an older model');
    for (const format of ['ubj', 'json'] as const) {
      const path = join(folder, `model.${format}`);
      await booster.saveModel(path);
      expect(new Uint8Array(await readFile(path))).toEqual(booster.saveRaw(format));
      using loaded = await Booster.loadModel(path, { nthread: 1 });
      expect(loaded.predict(matrix)).toEqual(booster.predict(matrix));
    }
    await expect(booster.saveModel(join(folder, 'model.bin'))).rejects.toThrow('ending in .json or .ubj');
    await expect(booster.saveModel(join(folder, 'none', 'model.ubj'))).rejects.toThrow('ENOENT');
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'model.ubj']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
