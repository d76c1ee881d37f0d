import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFileLock } from '../../src/platform/file-lock.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-lock-'));
  path = join(folder, 'below', 'lock');
});

afterEach(() => rm(folder, { recursive: true }));

const nothing = () => Promise.resolve();

async function age(seconds: number): Promise<void> {
  const then = new Date(Date.now() - 1_000 * seconds);
  await utimes(path, then, then);
}

test('the second holder is refused by the name of the first, spaces and all', async () => {
  const second = withFileLock(path, { owner: 'Ada Lovelace' }, () =>
    withFileLock(path, { owner: 'b' }, nothing),
  );
  await expect(second).rejects.toMatchObject({
    code: 'locked',
    exitCode: 1,
    message: `expected to be alone, but ${path} is held by Ada Lovelace`,
  });
});

test('who waits gets the lock once it is free', async () => {
  const order: string[] = [];
  const turn = (owner: string) =>
    withFileLock(path, { owner, waitMs: 10_000 }, async () => {
      order.push(`${owner} in`);
      await stat(path);
      order.push(`${owner} out`);
    });
  await Promise.all([turn('a'), turn('b'), turn('c')]);
  expect(order.map((entry) => entry.slice(2))).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

test('the lock goes when the work fails', async () => {
  const failing = withFileLock(path, { owner: 'a' }, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  await expect(withFileLock(path, { owner: 'b' }, () => Promise.resolve(1))).resolves.toBe(1);
});

test('a lock untouched for 30 seconds is taken over, one untouched for 20 is not', async () => {
  await withFileLock(path, { owner: 'b' }, nothing);
  await writeFile(path, 'dead:1 unknown token');
  await age(20);
  await expect(withFileLock(path, { owner: 'b' }, nothing)).rejects.toThrow('is held by dead:1');
  await age(31);
  await withFileLock(path, { owner: 'b' }, async () => {
    expect(await readFile(path, 'utf8')).toMatch(/^b /);
  });
});

test('the lock of a killed process is taken over at once', async () => {
  const module = fileURLToPath(new URL('../../src/platform/file-lock.ts', import.meta.url));
  const holding = `import { withFileLock } from ${JSON.stringify(module)};
    await withFileLock(process.argv[1], { owner: 'killed' }, () => new Promise((resolve) => {
      process.stdout.write('held');
      setTimeout(resolve, 60_000);
    }));`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', holding, path]);
  await once(holder.stdout, 'data');
  await expect(withFileLock(path, { owner: 'b' }, nothing)).rejects.toThrow('is held by killed');
  const exited = once(holder, 'exit');
  holder.kill('SIGKILL');
  await exited;
  await expect(withFileLock(path, { owner: 'b' }, () => Promise.resolve(1))).resolves.toBe(1);
});

test('of several that find a dead lock one at a time holds it', async () => {
  await withFileLock(path, { owner: 'a' }, nothing);
  await writeFile(path, 'dead:1 unknown token');
  await age(60);
  let inside = 0;
  let most = 0;
  const turn = (owner: string) =>
    withFileLock(path, { owner, waitMs: 10_000 }, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await stat(path);
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, (_, index) => turn(`p${index}`)));
  expect(most).toBe(1);
});

test('a holder that was taken over is told before it commits, and leaves the lock to the new holder', async () => {
  const overtaken = withFileLock(path, { owner: 'slow' }, async (lock) => {
    await lock.requireHeld();
    await writeFile(path, 'quick unknown token');
    await lock.requireHeld();
  });
  await expect(overtaken).rejects.toMatchObject({
    code: 'lock-lost',
    message: `expected to hold ${path} still, but quick holds it now`,
  });
  expect(await readFile(path, 'utf8')).toBe('quick unknown token');
});

test('the heartbeat keeps a long holder from being taken over', async () => {
  await withFileLock(path, { owner: 'a', heartbeatMs: 5 }, async () => {
    await age(60);
    const touched = async () => (await stat(path)).mtimeMs;
    while (Date.now() - (await touched()) > 30_000) await stat(path);
    await expect(withFileLock(path, { owner: 'b' }, nothing)).rejects.toThrow('is held by a');
  });
});

test('a lock from a future that no clock agrees to is taken over', async () => {
  await withFileLock(path, { owner: 'b' }, nothing);
  await writeFile(path, 'ahead:1 unknown token');
  await age(-20);
  await expect(withFileLock(path, { owner: 'b' }, nothing)).rejects.toThrow('is held by ahead:1');
  await age(-3_600);
  await expect(withFileLock(path, { owner: 'b' }, () => Promise.resolve(1))).resolves.toBe(1);
});
