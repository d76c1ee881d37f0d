import { statfs } from 'node:fs/promises';
import { gigabytes } from './gigabytes.ts';
import type { HealthCheck } from './health-check.ts';

const littleBytes = 1e9;

export const checkDiskSpace: HealthCheck = {
  check: 'disk-space',
  examine: async ({ layout }) => {
    const { bavail, bsize } = await statfs(layout.dataDirectory);
    const finding = `${gigabytes(bavail * bsize)} free in ${layout.dataDirectory}`;
    return bavail * bsize < littleBytes
      ? {
          passed: true,
          finding,
          warning: `Only ${finding}: stages keep every version of their files, make room.`,
        }
      : { passed: true, finding };
  },
};
