import type { StageCommand } from '../stage/stage-command.ts';
import { cleanCommand } from './clean.ts';
import { featurizeCommand } from './featurize.ts';
import { generateCommand } from './generate.ts';
import { ingestCommand } from './ingest.ts';

/** Every stage of `churn`, in the order of the pipeline. */
export const stageCommands: readonly StageCommand<unknown>[] = [
  generateCommand,
  ingestCommand,
  cleanCommand,
  featurizeCommand,
];
