import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

describe('the bundle of the command', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'churn-bundle-'));
    await copyRepository();
    await node('workers/scripts/bundle.ts');
  });
  afterAll(() => rm(root, { recursive: true }));

  /** What a start needs, with packages and libraries linked: our own packages are those of the copy. */
  async function copyRepository(): Promise<void> {
    const files = ['package.json', 'package-lock.json', 'shared/package.json', 'workers/package.json'];
    const folders = [
      'shared/src',
      'shared/xgboost-node/src',
      'workers/bin',
      'workers/scripts',
      'workers/src',
    ];
    for (const path of [...files, ...folders, 'shared/xgboost-node/package.json', 'node_modules/@churn']) {
      await cp(join(repository, path), join(root, path), { recursive: true, verbatimSymlinks: true });
    }
    await linkAll('shared/xgboost-node/lib');
    await linkAll('workers/node_modules');
    await linkAll('node_modules');
  }

  async function linkAll(folder: string): Promise<void> {
    await mkdir(join(root, folder), { recursive: true });
    for (const name of await readdir(join(repository, folder))) {
      const path = join(folder, name);
      if (path !== 'node_modules/@churn') await symlink(join(repository, path), join(root, path));
    }
  }

  const node = async (...argv: string[]) => (await run(process.execPath, argv, { cwd: root })).stdout;
  const churn = (...argv: string[]) => node('workers/bin/churn.js', ...argv);
  const current = () => readlink(join(root, 'workers/dist/current'));

  async function replaceIn(path: string, before: string, after: string): Promise<void> {
    const text = await readFile(join(root, path), 'utf8');
    expect(text).toContain(before);
    await writeFile(join(root, path), text.replace(before, after));
  }

  async function doctorsVersion(entry: string): Promise<unknown> {
    return JSON.parse(await node(entry, 'doctor', '--json', '--data-dir', join(root, 'data'))).version;
  }

  test('tells the same version as the sources', async () => {
    expect(await doctorsVersion('workers/dist/current/cli.js')).toBe(
      await doctorsVersion('workers/src/cli.ts'),
    );
  });

  test('holds the licences of the packages in it', async () => {
    const licences = await readFile(join(root, 'workers/dist/current/licences.txt'), 'utf8');
    expect(licences).toMatch(/^arquero 8\.0\.3 \(BSD-3-Clause\)\n\n[\s\S]*Redistribution and use/m);
    expect(licences).toMatch(/^winston /m);
  });

  test('finds the modules of threads in itself and no other one by its source', async () => {
    const folder = join(root, 'workers/dist/current');
    const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')));
    const threads = texts.flatMap(
      (text) => text.match(/(?<=')\.\/[\w-]+-thread\.[jt]s(?=')|(?<=")\.\/[\w-]+-thread\.[jt]s(?=")/g) ?? [],
    );
    expect(threads.length).toBeGreaterThan(0);
    expect(threads.filter((thread) => !scripts.includes(thread.slice(2)))).toEqual([]);
  });

  test('starts while it is of just these sources, and never after an edit, though of the same size and time', async () => {
    const inSources = 'stage by stage.';
    const [script = ''] = (await readdir(join(root, 'workers/dist/current'))).filter((name) =>
      name.startsWith('run-cli-'),
    );
    await replaceIn(join('workers/dist/current', script), inSources, 'From the bundle.');
    expect(await churn('--help')).toContain('From the bundle.');
    const edited = 'workers/src/run-cli.ts';
    const { atime, mtime } = await stat(join(root, edited));
    await replaceIn(edited, inSources, 'edited of late.');
    await utimes(join(root, edited), atime, mtime);
    expect(await churn('--help')).toContain('edited of late.');
    const stale = await current();
    await node('workers/scripts/bundle.ts');
    expect(await current()).not.toBe(stale);
    expect(await churn('--help')).toContain('edited of late.');
  });

  test('is not made again while nothing has changed, and is not that of a tree with one file more', async () => {
    const before = await current();
    await node('workers/scripts/bundle.ts');
    expect(await current()).toBe(before);
    await writeFile(join(root, 'shared/src/schema/new.ts'), 'export const added = 1;\n');
    await node('workers/scripts/bundle.ts');
    expect(await current()).not.toBe(before);
  });

  test.each([
    ['has lost its program', () => rm(join(root, 'workers/dist/current/cli.js'))],
    [
      'is a folder where a link should be',
      async () => {
        await rm(join(root, 'workers/dist/current'));
        await mkdir(join(root, 'workers/dist/current'));
      },
    ],
  ])('does not start where it %s, and is made again', async (_, damage) => {
    await damage();
    expect(await churn('--help')).toMatch(/^Usage: churn /);
    await node('workers/scripts/bundle.ts');
    await stat(join(root, 'workers/dist', await current(), 'cli.js'));
    expect(await churn('--help')).toMatch(/^Usage: churn /);
  });

  test('starts where there are no sources', async () => {
    await node('workers/scripts/bundle.ts');
    await rm(join(root, 'workers/src'), { recursive: true });
    await rm(join(root, 'shared/src'), { recursive: true });
    expect(await churn('--help')).toMatch(/^Usage: churn /);
    const { metrics } = JSON.parse(await churn('doctor', '--json', '--data-dir', join(root, 'data')));
    expect(metrics.checks).toContainEqual({ check: 'libxgboost', passed: true, finding: 'version 3.2.0' });
  });
});
