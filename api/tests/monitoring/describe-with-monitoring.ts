import { spawnSync } from 'node:child_process';

const programs = ['prometheus', 'promtool', 'prometheus-alertmanager', 'amtool'];
const missing = programs.filter((program) => spawnSync(program, ['--version']).status !== 0);
const required = process.env.CHURN_REQUIRE_MONITORING === '1';

/**
 * A suite that runs Prometheus and Alertmanager, as Debian names them: skipped, with the reason, where they are not
 * installed; CHURN_REQUIRE_MONITORING=1 makes that a failure.
 */
export function describeWithMonitoring(name: string, tests: () => void): void {
  if (missing.length === 0 || required) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped, because of ${missing.join(', ')} there is none on PATH: ${name}\n`);
  describe.skip(name, tests);
}
