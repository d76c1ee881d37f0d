import { sha256Schema } from '@churn/shared/schema/sha256-schema';
import { Option } from 'commander';
import { z } from 'zod';
import type { StageCommand } from '../stage/stage-command.ts';
import { type RollbackOptions, rollbackStage } from '../stages/rollback.ts';
import { actorOption } from './actor-option.ts';

export const rollbackCommand: StageCommand<RollbackOptions> = {
  stage: rollbackStage(() => new Date()),
  summary: 'make the champion before this one, or a named one, the champion again',
  description:
    'Loads a registered model, lets it repeat its golden rows, and makes it the champion as a new revision of the registry. ' +
    'Without --to it is the model that the present champion took over from. No gate is asked.',
  options: [
    new Option('--to <sha256>', 'a registered model (default: the champion before this one)').env('CHURN_TO'),
    new Option('--reason <text>', 'why, for the journal (required)').env('CHURN_REASON'),
    actorOption(),
  ],
  schema: z
    .object({
      to: sha256Schema.optional(),
      reason: z.string('expected a reason').trim().min(1, 'expected a reason'),
      by: z.string().trim().min(1),
    })
    .transform(({ to, reason, by }) => ({ to: to ?? null, reason, by })),
  needsRun: false,
};
