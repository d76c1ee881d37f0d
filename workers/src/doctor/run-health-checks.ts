import type { StageContext } from '../stage/stage.ts';
import { checkChampion } from './check-champion.ts';
import { checkDataDirectory } from './check-data-directory.ts';
import { checkDiskSpace } from './check-disk-space.ts';
import { checkDuckDb } from './check-duckdb.ts';
import { checkMemory } from './check-memory.ts';
import { checkNode } from './check-node.ts';
import { checkThreads } from './check-threads.ts';
import { checkXgboost } from './check-xgboost.ts';
import type { Finding, HealthCheck } from './health-check.ts';

export interface HealthFinding extends Finding {
  readonly check: string;
}

const healthChecks: readonly HealthCheck[] = [
  checkNode,
  checkXgboost,
  checkDuckDb,
  checkDataDirectory,
  checkDiskSpace,
  checkThreads,
  checkMemory,
  checkChampion,
];

/** Every check, whatever the others found; one line of the log each. */
export async function runHealthChecks(context: StageContext<unknown>): Promise<readonly HealthFinding[]> {
  const findings: HealthFinding[] = [];
  for (const healthCheck of healthChecks) {
    context.signal.throwIfAborted();
    const finding = { check: healthCheck.check, ...(await examine(healthCheck, context)) };
    const { check, passed, finding: found, warning } = finding;
    const level = passed ? (warning === undefined ? 'info' : 'warn') : 'error';
    context.logger.log(level, `${check}: ${passed ? 'passed' : 'failed'}`, { finding: found });
    findings.push(finding);
  }
  return findings;
}

async function examine(healthCheck: HealthCheck, context: StageContext<unknown>): Promise<Finding> {
  try {
    return await healthCheck.examine(context);
  } catch (error) {
    return { passed: false, finding: error instanceof Error ? error.message : String(error) };
  }
}
