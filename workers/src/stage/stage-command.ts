import type { Argument, Option } from 'commander';
import type { z } from 'zod';
import type { Stage } from './stage.ts';

/** How a stage looks on the command line: its help and its options, and the schema that makes them valid. */
export interface StageCommand<Options> {
  readonly stage: Stage<Options>;
  /** One sentence for `churn --help`. */
  readonly summary: string;
  /** Longer text under the usage line of `churn <stage> --help`. */
  readonly description: string;
  /** Words after the stage's name, without a flag. */
  readonly arguments?: readonly Argument[];
  /** Own options; `--run`, `--data-dir`, `--seed`, `--threads`, `--force`, `--json`, `--log-level` are added to every stage. */
  readonly options: readonly Option[];
  /** Turns commander's texts (camelCase keys, names of arguments) into the stage's options; keys it does not name are dropped before. */
  readonly schema: z.ZodType<Options>;
  /** Texts that an option prints instead of running the stage, as `--help` does. */
  readonly pages?: readonly { readonly option: Option; readonly text: () => string }[];
  /** False where the stage may run outside a run (`doctor`); then the run is named after the stage. */
  readonly needsRun?: boolean;
}
