import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import request from 'supertest';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { testKey, writeKeys, writeKeysText } from '../support/write-keys.ts';

const old = testKey('old', ['metrics']);
const added = testKey('new', ['metrics']);

async function statusOf(api: TestApi, { key }: { key: string }): Promise<number> {
  return (await request(api.url).get('/metrics').set('authorization', `Bearer ${key}`)).status;
}

async function putInPlace(directory: string, make: (path: string) => Promise<unknown>): Promise<void> {
  const path = join(directory, 'keys.json');
  await make(`${path}.new`);
  await rename(`${path}.new`, path);
}

test('a changed file is taken whole, without a restart: new keys are let in, those taken out are not', async () => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, old);
  await using api = await startTestApi(directory.path, { keysFile });
  expect([await statusOf(api, old), await statusOf(api, added)]).toEqual([200, 401]);
  const loaded = once(api.keys!, 'loaded');
  await writeKeys(directory.path, added);
  await loaded;
  expect([await statusOf(api, old), await statusOf(api, added)]).toEqual([401, 200]);
  expect(api.logged).toContainEqual(expect.objectContaining({ message: 'keys loaded', keys: 1 }));
});

test.each<[string, (directory: string) => Promise<unknown>]>([
  ['torn', (directory) => writeKeysText(directory, '[{"id": "new"')],
  ['empty', (directory) => writeKeysText(directory, '')],
  ['of another form', (directory) => writeKeysText(directory, JSON.stringify([added.entry, { id: 'x' }]))],
  ['gone', (directory) => rm(join(directory, 'keys.json'))],
  ['a pipe', (directory) => putInPlace(directory, (path) => promisify(execFile)('mkfifo', [path]))],
  ['a device without an end', (directory) => putInPlace(directory, (path) => symlink('/dev/zero', path))],
  ['too large', (directory) => putInPlace(directory, (path) => writeFile(path, ' '.repeat(10_000_001)))],
])('a file that is %s leaves the keys before it, is counted and logged once', async (_what, change) => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, old);
  await using api = await startTestApi(directory.path, { keysFile });
  const failed = once(api.keys!, 'load-failed');
  await change(directory.path);
  await failed;
  await once(api.keys!, 'load-failed');
  expect([await statusOf(api, old), await statusOf(api, added)]).toEqual([200, 401]);
  const { text } = await request(api.url).get('/metrics').set('authorization', `Bearer ${old.key}`);
  expect(Number(/^churn_api_keys_load_failures_total (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(1);
  const told = () => api.logged.filter(({ message }) => String(message).startsWith('keys not loaded'));
  expect(told()).toEqual([expect.objectContaining({ level: 'error', code: 'bad-keys-file' })]);
  const loaded = once(api.keys!, 'loaded');
  await rm(keysFile, { force: true });
  await writeKeys(directory.path, added);
  await loaded;
  expect(await statusOf(api, added)).toBe(200);
});

test('a file that every user of the machine can read is warned of', async () => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, old);
  await chmod(keysFile, 0o644);
  await using api = await startTestApi(directory.path, { keysFile });
  expect(api.logged).toContainEqual(expect.objectContaining({ level: 'warn', file: keysFile, mode: '644' }));
});

test('a file for its owner and group is not', async () => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, old);
  await chmod(keysFile, 0o640);
  await using api = await startTestApi(directory.path, { keysFile });
  expect(api.logged.filter(({ level, file }) => level === 'warn' && file !== undefined)).toEqual([]);
});

test.each([
  ['0.0.0.0', true],
  ['127.0.0.1', false],
])('without keys, listening on %s is warned of: %p', async (host, warned) => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path, { host });
  const warnings = api.logged.filter(({ message }) => String(message).includes('API_KEYS_FILE'));
  expect(warnings.map(({ level }) => level)).toEqual(warned ? ['warn'] : []);
});
