import type { StageCommand } from '../stage/stage-command.ts';
import { cleanCommand } from './clean.ts';
import { doctorCommand } from './doctor.ts';
import { driftCheckCommand } from './drift-check.ts';
import { evaluateCommand } from './evaluate.ts';
import { featurizeCommand } from './featurize.ts';
import { generateCommand } from './generate.ts';
import { ingestCommand } from './ingest.ts';
import { modelsCommand } from './models.ts';
import { promoteCommand } from './promote.ts';
import { reportCommand } from './report.ts';
import { rollbackCommand } from './rollback.ts';
import { scoreCommand } from './score.ts';
import { trainCommand } from './train.ts';

/** Every stage of `churn`, in the order of the pipeline. */
export const stageCommands: readonly StageCommand<unknown>[] = [
  generateCommand,
  ingestCommand,
  cleanCommand,
  featurizeCommand,
  trainCommand,
  evaluateCommand,
  promoteCommand,
  rollbackCommand,
  scoreCommand,
  driftCheckCommand,
  modelsCommand,
  reportCommand,
  doctorCommand,
];
