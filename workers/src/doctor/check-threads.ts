import { availableParallelism } from 'node:os';
import type { HealthCheck } from './health-check.ts';

export const checkThreads: HealthCheck = {
  check: 'threads',
  examine: ({ threads }) => {
    const available = availableParallelism();
    const finding = `${available} available, ${threads} to be used`;
    return threads > available
      ? { passed: true, finding, warning: `Threads: ${finding}; more than there are make stages slower.` }
      : { passed: true, finding };
  },
};
