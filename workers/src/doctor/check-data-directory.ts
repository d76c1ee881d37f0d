import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { HealthCheck } from './health-check.ts';

/** Writes, syncs, renames and reads a file the way every artifact is written, where temporary files lie. */
export const checkDataDirectory: HealthCheck = {
  check: 'data-directory',
  examine: async ({ layout }) => {
    const content = randomUUID();
    const path = join(layout.temporaryDirectory, `doctor-${content}`);
    await makeFolder(layout.temporaryDirectory);
    try {
      await writeAtomically(path, (temporaryPath) => writeFile(temporaryPath, content));
      const found = await readFile(path, 'utf8');
      return found === content
        ? { passed: true, finding: `${layout.dataDirectory} takes files, durably and in one step` }
        : {
            passed: false,
            finding: `expected ${content} in a file just written, read ${found.length} other characters`,
          };
    } finally {
      await rm(path, { force: true }).catch(() => undefined);
    }
  },
};

/**
 * Step by step: Node's own recursive mkdir never ends where a folder that exists answers "no such file", as those of
 * /proc do (seen with Node 24.21).
 */
async function makeFolder(path: string): Promise<void> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
