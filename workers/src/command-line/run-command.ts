import { resolve } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { exitCodes } from '@churn/shared/platform/churn-error';
import { createLogger, type Logger } from '@churn/shared/platform/logger';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { codeVersion } from '../code-version.ts';
import { asChurnError, failedResult } from '../failed-result.ts';
import type { ProcessSurroundings } from '../process-surroundings.ts';
import { commonOptionsSchema } from '../stage/common-options.ts';
import { runStage } from '../stage/run-stage.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { validOptions } from '../stage/valid-options.ts';
import { resultFiles, writeResultFiles } from '../stage/write-result-files.ts';
import { resultSummary } from '../terminal/result-summary.ts';
import { untilTerminated } from '../until-terminated.ts';
import { argumentNames } from './argument-names.ts';
import { isForPerson } from './is-for-person.ts';

/** Runs one command with the texts of its options; prints the result and returns the exit code. */
export async function runCommand(
  command: StageCommand<unknown>,
  raw: Record<string, unknown>,
  surroundings: ProcessSurroundings,
): Promise<number> {
  const startedAt = performance.now();
  const stage = command.stage.name;
  const run = typeof raw.run === 'string' ? raw.run : command.needsRun === false ? stage : '';
  const forPerson = isForPerson(surroundings, raw.json);
  const logger = createLogger({
    stream: surroundings.stderr,
    level: typeof raw.logLevel === 'string' ? raw.logLevel : 'info',
    forTerminal: surroundings.stderr.isTTY === true,
    fields: { stage, run },
  });
  const { version } = codeVersion();
  let result: StageResult;
  let exitCode: number;
  let copies: readonly string[] = [];
  let isToldAtTerminal = false;
  try {
    copies = await resultFiles(surroundings.environment.CHURN_RESULT_FILE);
    result = await untilTerminated(
      execute(command, { ...raw, run }, surroundings, logger, version),
      surroundings.signal,
    );
    exitCode = exitCodeOf(result);
    logger.info('stage finished', {
      status: result.status,
      durationMs: result.durationMs,
      ...(forPerson ? {} : { metrics: result.metrics }),
    });
  } catch (error) {
    exitCode = logFailure(logger, error);
    isToldAtTerminal = surroundings.stderr.isTTY === true;
    result = failedResult(asChurnError(error), {
      stage,
      run,
      durationMs: Math.round(performance.now() - startedAt),
      peakRssBytes: surroundings.peakRssBytes(),
      version,
    });
  }
  const line = `${JSON.stringify(result)}\n`;
  surroundings.stdout.write(forPerson ? resultSummary(result, String(raw.dataDir), isToldAtTerminal) : line);
  try {
    await writeResultFiles(line, copies);
  } catch (error) {
    return logFailure(logger, error);
  }
  return exitCode;
}

/** Logs what went wrong, with its place in the code only where nobody foresaw it, and returns the exit code. */
function logFailure(logger: Logger, error: unknown): number {
  const { code, message, details, exitCode } = asChurnError(error);
  if (code === 'unexpected') logger.error(message, { code, stack: (error as Error).stack });
  else logger.error(message, { code, details });
  return exitCode;
}

/** Runs the stage with options that are valid. */
async function execute(
  command: StageCommand<unknown>,
  raw: Record<string, unknown>,
  surroundings: ProcessSurroundings,
  logger: Logger,
  version: string,
): Promise<StageResult> {
  const common = validOptions(commonOptionsSchema, raw);
  const options = Object.freeze(validOptions(command.schema, raw, argumentNames(command)));
  const layout = new ArtifactLayout(resolve(common.dataDir));
  return runStage(
    command.stage,
    {
      run: common.run,
      options,
      seed: common.seed,
      threads: common.threads,
      version,
      layout,
      store: new ArtifactStore(layout),
      logger,
      signal: surroundings.signal,
    },
    { force: common.force, owner: surroundings.owner, peakRssBytes: surroundings.peakRssBytes },
  );
}

function exitCodeOf(result: StageResult): number {
  if (result.status === 'refused') return exitCodes.refused;
  if (result.status === 'skipped') return exitCodes.nothingToDo;
  return exitCodes.done;
}
