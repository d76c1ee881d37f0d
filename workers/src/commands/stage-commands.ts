import type { StageCommand } from '../stage/stage-command.ts';
import { featurizeCommand } from './featurize.ts';

/** Every stage of `churn`, in the order of the pipeline. */
export const stageCommands: readonly StageCommand<unknown>[] = [featurizeCommand];
