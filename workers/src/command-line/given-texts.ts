import type { Command } from 'commander';
import type { ProcessSurroundings } from '../process-surroundings.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { argumentNames } from './argument-names.ts';

/** The texts of one command line by the names of its words and options. Commander hands over the words in their order, then the options. */
export function givenTexts(
  command: StageCommand<unknown>,
  subcommand: Command,
  received: readonly unknown[],
  { environment }: ProcessSurroundings,
): Record<string, unknown> {
  const names = argumentNames(command);
  return {
    ...(received[names.length] as Record<string, unknown>),
    ...Object.fromEntries(names.map((name, index) => [name, received[index]])),
    ...flagsOfEnvironment(subcommand, environment),
  };
}

/** Commander takes a variable of an option without a value for given, whatever it says: what it says counts. */
function flagsOfEnvironment(
  subcommand: Command,
  environment: ProcessSurroundings['environment'],
): Record<string, string | undefined> {
  return Object.fromEntries(
    subcommand.options
      .filter((option) => option.isBoolean())
      .map((option) => [option.attributeName(), option.envVar] as const)
      .filter(([name]) => subcommand.getOptionValueSource(name) === 'env')
      .map(([name, variable]) => [name, environment[variable!]]),
  );
}
