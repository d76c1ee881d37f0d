import type { StageCommand } from '../stage/stage-command.ts';

/** Names of the words that a command takes besides its options, in their order. */
export function argumentNames(command: StageCommand<unknown>): readonly string[] {
  return (command.arguments ?? []).map((argument) => argument.name());
}
