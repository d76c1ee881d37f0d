import { badInput } from '@churn/shared/platform/churn-error';
import { checkDataDirectory } from '../doctor/check-data-directory.ts';
import { type HealthFinding, runHealthChecks } from '../doctor/run-health-checks.ts';
import type { Stage } from '../stage/stage.ts';

/** Whether this machine and its data directory can run the other stages. Refuses (exit 2) where something is missing. */
export const doctorStage: Stage<Record<string, never>> = {
  name: 'doctor',
  cacheable: false,
  // Before the stage's lock is taken, which a data directory that cannot be written would not hold.
  findInputs: async (context) => {
    const writable = await Promise.resolve(checkDataDirectory.examine(context)).then(
      ({ passed }) => passed,
      () => false,
    );
    if (!writable) requireHealth(await runHealthChecks(context));
    return [];
  },
  execute: async (context) => {
    const findings = await runHealthChecks(context);
    requireHealth(findings);
    return {
      outputs: [],
      metrics: { checks: findings.map(({ check, passed, finding }) => ({ check, passed, finding })) },
      warnings: findings.flatMap(({ warning }) => (warning === undefined ? [] : [warning])),
    };
  },
};

function requireHealth(findings: readonly HealthFinding[]): void {
  const failed = findings.filter(({ passed }) => !passed);
  if (failed.length === 0) return;
  throw badInput(
    'unhealthy',
    `expected all ${findings.length} checks to pass, ${failed.length} failed: ${failed.map(({ check }) => check).join(', ')}`,
    findings.map(({ check, passed, finding }) => `${check}: ${passed ? 'passed' : 'failed'}: ${finding}`),
  );
}
