import { badInput, exitCodes } from '@churn/shared/platform/churn-error';
import { isStageName } from '@churn/shared/schema/stage-name';
import { Command, CommanderError } from 'commander';
import { codeVersion } from './code-version.ts';
import { givenTexts } from './command-line/given-texts.ts';
import { isForPerson } from './command-line/is-for-person.ts';
import { offerPage } from './command-line/offer-page.ts';
import { runCommand } from './command-line/run-command.ts';
import { loadStageCommands } from './commands/stage-commands.ts';
import { failedResult } from './failed-result.ts';
import type { ProcessSurroundings } from './process-surroundings.ts';
import { commonOptions } from './stage/common-options.ts';

/**
 * Runs one command line and returns its exit code. Stdout gets the result, one line of JSON or, at a terminal, a summary;
 * everything else goes to stderr.
 */
export async function runCli(argv: readonly string[], surroundings: ProcessSurroundings): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command('churn')
    .description(
      'Churn prediction, stage by stage. Every stage prints its result: a summary at a terminal, otherwise (or with --json) one line of JSON. Logs go to stderr.',
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
        const texts = givenTexts(command, subcommand, received, surroundings);
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
    printUsageFailure(argv, error.message, surroundings);
    return exitCodes.badInput;
  }
  return exitCode;
}

/** A program that reads results gets one here, too; a person has read on stderr what is wrong. */
function printUsageFailure(
  argv: readonly string[],
  message: string,
  surroundings: ProcessSurroundings,
): void {
  const [stage = ''] = argv;
  const json = argv.includes('--json') || surroundings.environment.CHURN_JSON;
  if (!isStageName(stage) || isForPerson(surroundings, json)) return;
  const usage = badInput('bad-usage', message.replace(/^error: /, ''));
  const { version } = codeVersion();
  const about = { stage, run: '', durationMs: 0, peakRssBytes: surroundings.peakRssBytes(), version };
  surroundings.stdout.write(`${JSON.stringify(failedResult(usage, about))}\n`);
}
