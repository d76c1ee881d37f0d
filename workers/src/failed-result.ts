import { ChurnError, exitCodes } from '@churn/shared/platform/churn-error';
import { fileSystemProblem } from '@churn/shared/platform/file-system-problem';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { terminated } from './until-terminated.ts';

/** What went wrong, in the terms of this system; `unexpected` for what nobody foresaw. */
export function asChurnError(error: unknown): ChurnError {
  if (error instanceof ChurnError) return error;
  if (error instanceof Error && error.name === 'AbortError') return terminated();
  const message = error instanceof Error ? error.message : String(error);
  return (
    fileSystemProblem(error) ??
    new ChurnError('unexpected', exitCodes.unexpected, `unexpected error: ${message}`)
  );
}

/** The result of a stage that came to nothing. */
export function failedResult(
  { code, message, details, exitCode }: ChurnError,
  about: Pick<StageResult, 'stage' | 'run' | 'durationMs' | 'peakRssBytes' | 'version'>,
): StageResult {
  return {
    stage: about.stage,
    run: about.run,
    status: exitCode === exitCodes.refused ? 'refused' : 'failed',
    inputs: [],
    outputs: [],
    metrics: {},
    warnings: [],
    error: { code, message, details: [...details] },
    durationMs: about.durationMs,
    peakRssBytes: about.peakRssBytes,
    version: about.version,
  };
}
