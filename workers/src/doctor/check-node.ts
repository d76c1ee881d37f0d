import type { HealthCheck } from './health-check.ts';

const expectedMajor = 24;

/** The program is TypeScript that Node runs as it is; what it tells of itself is `Node.js/24`. */
export const checkNode: HealthCheck = {
  check: 'node',
  examine: () => {
    const { userAgent } = globalThis.navigator;
    const major = Number(/^Node\.js\/(\d+)/.exec(userAgent)?.[1]);
    return major >= expectedMajor
      ? { passed: true, finding: userAgent }
      : { passed: false, finding: `expected Node.js ${expectedMajor} or later, this is ${userAgent}` };
  },
};
