import { xgboostVersion } from '@churn/shared/models/xgboost-version';
import type { HealthCheck } from './health-check.ts';

const expected = '3.2.';

export const checkXgboost: HealthCheck = {
  check: 'libxgboost',
  examine: () => {
    const version = xgboostVersion();
    return version.startsWith(expected)
      ? { passed: true, finding: `version ${version}` }
      : { passed: false, finding: `expected version ${expected}x, the library is ${version}` };
  },
};
