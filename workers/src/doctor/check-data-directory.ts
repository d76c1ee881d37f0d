import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { HealthCheck } from './health-check.ts';

/** Writes, syncs, renames and reads a file the way every artifact is written, where temporary files lie. */
export const checkDataDirectory: HealthCheck = {
  check: 'data-directory',
  examine: async ({ layout }) => {
    const content = randomUUID();
    const path = join(layout.temporaryDirectory, `doctor-${content}`);
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
