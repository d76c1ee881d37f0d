import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The smallest memory limit that the control groups of this process set (a container's `--memory`), for both versions of
 * the kernel's interface; null where there is none. A group is limited by those above it, too.
 * https://docs.kernel.org/admin-guide/cgroup-v2.html (memory.max), cgroup-v1/memory.html (memory.limit_in_bytes)
 */
export async function memoryLimitBytes(root: string): Promise<number | null> {
  const memberships = await readText(join(root, 'proc/self/cgroup'));
  const limits = await Promise.all(
    memberships
      .split('\n')
      .flatMap(limitFiles)
      .map((file) => readLimit(join(root, file))),
  );
  return limits.reduce<number | null>(
    (least, limit) => (limit !== null && limit < (least ?? Infinity) ? limit : least),
    null,
  );
}

/** `0::/path` for version 2, `4:memory:/path` for version 1. */
function limitFiles(membership: string): string[] {
  const [, controllers, ...path] = membership.split(':');
  const group = path.join(':');
  if (controllers === '' && group !== '') return upwards(group).map((at) => `sys/fs/cgroup${at}/memory.max`);
  return controllers?.split(',').includes('memory') === true
    ? upwards(group).map((at) => `sys/fs/cgroup/memory${at}/memory.limit_in_bytes`)
    : [];
}

function upwards(group: string): string[] {
  const above = dirname(group);
  return above === group ? [group] : [group, ...upwards(above)];
}

async function readLimit(path: string): Promise<number | null> {
  const text = (await readText(path)).trim();
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Empty where there is no such file: another version of the interface, or another system. */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
