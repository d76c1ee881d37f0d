import { z } from 'zod';
import type { StageCommand } from '../stage/stage-command.ts';
import { type DriftCheckOptions, driftCheckStage } from '../stages/drift-check.ts';
import { asOfOption, asOfSchema } from './feature-options.ts';

export const driftCheckCommand: StageCommand<DriftCheckOptions> = {
  stage: driftCheckStage,
  summary: 'compare the customers of a run with those the promoted model was trained on',
  description:
    'Computes features at as-of (default: the day after the last transaction) and compares their distributions, and those ' +
    'of the predicted probabilities, with the training rows of the promoted model. Where labels are of inactivity, also ' +
    'measures what it says of the customers a horizon before as-of by what came of them, once it has not learned from ' +
    'that. The verdict is ok, watch, retrain, stop (the data are broken) or too-few-rows. Exit code 99 where no model is promoted.',
  options: [asOfOption()],
  schema: z.object({ asOf: asOfSchema }).transform(({ asOf }) => ({ asOfDay: asOf })),
};
