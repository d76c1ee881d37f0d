import { type Command, CommanderError } from 'commander';
import type { ProcessSurroundings } from '../process-surroundings.ts';
import type { StageCommand } from '../stage/stage-command.ts';

/** An option that ends the command line by printing a text, as commander's own `--help` and `--version` do. */
export function offerPage(
  subcommand: Command,
  { option, text }: NonNullable<StageCommand<unknown>['pages']>[number],
  { stdout }: ProcessSurroundings,
): void {
  subcommand.addOption(option).on(`option:${option.name()}`, () => {
    stdout.write(text());
    throw new CommanderError(0, 'churn.page', option.name());
  });
}
