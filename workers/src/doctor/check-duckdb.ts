import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { HealthCheck } from './health-check.ts';

export const checkDuckDb: HealthCheck = {
  check: 'duckdb',
  examine: ({ layout }) =>
    withDuckDb({ threads: 1, temporaryDirectory: layout.temporaryDirectory }, async (connection) => {
      const answer = await connection.runAndReadAll(
        'SELECT version(), CAST(SUM(number) AS INTEGER) FROM range(101) AS numbers(number)',
      );
      const [version, sum] = answer.getRows()[0] as [string, number];
      return sum === 5_050
        ? { passed: true, finding: `${version} answers a query` }
        : { passed: false, finding: `expected ${version} to add 0 to 100 up to 5050, it says ${sum}` };
    }),
};
