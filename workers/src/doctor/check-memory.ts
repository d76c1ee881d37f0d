import { totalmem } from 'node:os';
import { gigabytes } from './gigabytes.ts';
import type { HealthCheck } from './health-check.ts';
import { memoryLimitBytes } from './memory-limit.ts';

const littleBytes = 1e9;

export const checkMemory: HealthCheck = {
  check: 'memory',
  examine: async () => {
    const [machine, limit] = [totalmem(), await memoryLimitBytes('/')];
    const usable = Math.min(machine, limit ?? machine);
    const finding =
      limit === null || limit >= machine
        ? `${gigabytes(machine)}, no limit on this process`
        : `limited to ${gigabytes(limit)} of ${gigabytes(machine)}`;
    return usable < littleBytes
      ? {
          passed: true,
          finding,
          warning: `Memory: ${finding}; stages may be killed, give them 1 GB or more.`,
        }
      : { passed: true, finding };
  },
};
