import { resolve } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { badInput, exitCodes } from '@churn/shared/platform/churn-error';
import { createLogger, type Logger } from '@churn/shared/platform/logger';
import { isStageName } from '@churn/shared/schema/stage-name';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { Command, CommanderError } from 'commander';
import { codeVersion } from './code-version.ts';
import { loadStageCommands } from './commands/stage-commands.ts';
import { asChurnError, failedResult } from './failed-result.ts';
import type { ProcessSurroundings } from './process-surroundings.ts';
import { commonOptions, commonOptionsSchema } from './stage/common-options.ts';
import { runStage } from './stage/run-stage.ts';
import type { StageCommand } from './stage/stage-command.ts';
import { validOptions } from './stage/valid-options.ts';
import { resultFiles, writeResultFiles } from './stage/write-result-files.ts';
import { untilTerminated } from './until-terminated.ts';

/** Runs one command line and returns its exit code. Stdout gets one line, the result; everything else goes to stderr. */
export async function runCli(argv: readonly string[], surroundings: ProcessSurroundings): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command('churn')
    .description(
      'Churn prediction, stage by stage. Every stage prints one JSON line, its result, and logs to stderr.',
    )
    .version(codeVersion().release)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    });
  for (const command of await loadStageCommands(argv)) {
    const subcommand = program
      .command(command.stage.name)
      .summary(command.summary)
      .description(command.description)
      .action(async (...received: unknown[]) => {
        const texts = { ...namedTexts(command, received), ...flagsOfEnvironment(subcommand, surroundings) };
        exitCode = await runCommand(command, texts, surroundings);
      });
    for (const argument of command.arguments ?? []) subcommand.addArgument(argument);
    for (const option of [...command.options, ...commonOptions()]) subcommand.addOption(option);
    for (const page of command.pages ?? []) offerPage(subcommand, page, surroundings);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    const [stage = ''] = argv;
    if (isStageName(stage)) {
      const usage = badInput('bad-usage', error.message.replace(/^error: /, ''));
      const { version } = codeVersion();
      const about = { stage, run: '', durationMs: 0, peakRssBytes: surroundings.peakRssBytes(), version };
      surroundings.stdout.write(`${JSON.stringify(failedResult(usage, about))}\n`);
    }
    return exitCodes.badInput;
  }
  return exitCode;
}

/** Commander takes a variable of an option without a value for given, whatever it says: what it says counts. */
function flagsOfEnvironment(
  subcommand: Command,
  { environment }: ProcessSurroundings,
): Record<string, string | undefined> {
  return Object.fromEntries(
    subcommand.options
      .filter((option) => option.isBoolean())
      .map((option) => [option.attributeName(), option.envVar] as const)
      .filter(([name]) => subcommand.getOptionValueSource(name) === 'env')
      .map(([name, variable]) => [name, environment[variable!]]),
  );
}

/** An option that ends the command line by printing a text, as commander's own `--help` and `--version` do. */
function offerPage(
  subcommand: Command,
  { option, text }: NonNullable<StageCommand<unknown>['pages']>[number],
  surroundings: ProcessSurroundings,
): void {
  subcommand.addOption(option).on(`option:${option.name()}`, () => {
    surroundings.stdout.write(text());
    throw new CommanderError(0, 'churn.page', option.name());
  });
}

/** Commander hands over the arguments in their order, then the options. */
function namedTexts(command: StageCommand<unknown>, received: readonly unknown[]): Record<string, unknown> {
  const names = argumentNames(command);
  return {
    ...(received[names.length] as Record<string, unknown>),
    ...Object.fromEntries(names.map((name, index) => [name, received[index]])),
  };
}

async function runCommand(
  command: StageCommand<unknown>,
  raw: Record<string, unknown>,
  surroundings: ProcessSurroundings,
): Promise<number> {
  const startedAt = performance.now();
  const stage = command.stage.name;
  const run = typeof raw.run === 'string' ? raw.run : command.needsRun === false ? stage : '';
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
      metrics: result.metrics,
    });
  } catch (error) {
    exitCode = logFailure(logger, error);
    result = failedResult(asChurnError(error), {
      stage,
      run,
      durationMs: Math.round(performance.now() - startedAt),
      peakRssBytes: surroundings.peakRssBytes(),
      version,
    });
  }
  const line = `${JSON.stringify(result)}\n`;
  surroundings.stdout.write(line);
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

function argumentNames(command: StageCommand<unknown>): readonly string[] {
  return (command.arguments ?? []).map((argument) => argument.name());
}

function exitCodeOf(result: StageResult): number {
  if (result.status === 'refused') return exitCodes.refused;
  if (result.status === 'skipped') return exitCodes.nothingToDo;
  return exitCodes.done;
}
