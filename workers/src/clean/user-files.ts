import type { CleaningRule } from '@churn/shared/cleaning/cleaning-rule';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { asCleaningRule, type UserRule, userRulesSchema } from '@churn/shared/cleaning/user-rules';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { readUserDocument } from '../inputs/read-user-document.ts';
import type { CleanOptions } from './clean-options.ts';
import { readReplayFile } from './read-replays.ts';

export interface UserFiles {
  /** Every rule, the user's after the built-in ones. */
  readonly rules: readonly CleaningRule[];
  readonly userRules: readonly UserRule[];
  /** The file of repaired rows as it is written; null: there is none. */
  readonly replayText: string | null;
  /** The files as inputs of the stage. */
  readonly inputs: readonly Artifact[];
}

/** Reads the files that `--rules` and `--replay` name. */
export async function readUserFiles({ rules, replay }: CleanOptions): Promise<UserFiles> {
  const told =
    rules === null ? undefined : await readUserDocument('--rules', 'rules', rules, userRulesSchema);
  const userRules = told?.value.rules ?? [];
  const repaired = replay === null ? undefined : await readReplayFile(replay);
  return {
    rules: [...cleaningRules, ...userRules.map(asCleaningRule)],
    userRules,
    replayText: repaired?.text ?? null,
    inputs: [told, repaired].flatMap((file) => (file === undefined ? [] : [file.input])),
  };
}
