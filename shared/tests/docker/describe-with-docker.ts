import { spawnSync } from 'node:child_process';

const daemonAnswers =
  spawnSync('docker', ['version'], { stdio: 'ignore', timeout: 15_000, killSignal: 'SIGKILL' }).status === 0;
const required = process.env.CHURN_REQUIRE_DOCKER === '1';

/** A suite that needs a Docker daemon: skipped, with the reason, where none answers; CHURN_REQUIRE_DOCKER=1 makes that a failure. */
export function describeWithDocker(name: string, tests: () => void): void {
  if (daemonAnswers || required) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped, because no Docker daemon answers: ${name}\n`);
  describe.skip(name, tests);
}
