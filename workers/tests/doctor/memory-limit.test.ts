import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryLimitBytes } from '../../src/doctor/memory-limit.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'memory-limit-'));
});

afterEach(() => rm(root, { recursive: true }));

/** A system with these files in /proc and /sys. */
async function limitOf(files: Record<string, string>): Promise<number | null> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return memoryLimitBytes(root);
}

test('version 2: the smallest limit of the group and those above it', async () => {
  const limit = await limitOf({
    'proc/self/cgroup': '0::/a/b\n',
    'sys/fs/cgroup/a/b/memory.max': 'max\n',
    'sys/fs/cgroup/a/memory.max': '536870912\n',
  });
  expect(limit).toBe(536_870_912);
});

test('version 2 in a container, where its group is the root', async () => {
  expect(await limitOf({ 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/memory.max': '1073741824\n' })).toBe(
    1_073_741_824,
  );
});

test('version 1: the limit of the memory controller', async () => {
  const limit = await limitOf({
    'proc/self/cgroup': '5:cpu,cpuacct:/x\n4:memory:/docker/c\n0::/\n',
    'sys/fs/cgroup/memory/memory.limit_in_bytes': '268435456\n',
    'sys/fs/cgroup/cpu/x/memory.limit_in_bytes': '1\n',
  });
  expect(limit).toBe(268_435_456);
});

test('no limit, and no control groups at all', async () => {
  expect(await limitOf({})).toBeNull();
  expect(await limitOf({ 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/memory.max': 'max\n' })).toBeNull();
});
