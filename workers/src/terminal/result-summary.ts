import { join } from 'node:path';
import { visibleText } from '@churn/shared/platform/visible-text';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { metricLines } from './metric-lines.ts';

/**
 * The result of a stage as a person at a terminal reads it: how it ended, its metrics, where its files are, its warnings,
 * and why it failed or was refused, unless the log has told that there. `dataDirectory` as it was given, so that the paths
 * work from where the command was typed.
 */
export function resultSummary(result: StageResult, dataDirectory: string, isErrorTold: boolean): string {
  const { stage, run, status, metrics, outputs, warnings, error, durationMs } = result;
  const width = Math.max(0, ...outputs.map(({ role }) => role.length));
  const lines = [
    `${stage} ${status}${run === '' ? '' : `, run ${run}`}, ${(durationMs / 1_000).toFixed(1)} s`,
    ...metricLines(metrics).map((line) => `  ${line}`),
    ...outputs.map(({ role, path }) => `  ${role.padEnd(width)}  ${join(dataDirectory, path)}`),
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...(error === undefined || isErrorTold
      ? []
      : [`  ${error.message}`, ...error.details.map((line) => `    ${line}`)]),
  ];
  // Names and texts of a delivery are among them.
  return `${lines.map(visibleText).join('\n')}\n`;
}
