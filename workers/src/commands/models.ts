import { sha256Schema } from '@churn/shared/schema/sha256-schema';
import { Argument } from 'commander';
import { z } from 'zod';
import type { StageCommand } from '../stage/stage-command.ts';
import { type ModelsOptions, modelsActions, modelsStage } from '../stages/models.ts';

export const modelsCommand: StageCommand<ModelsOptions> = {
  stage: modelsStage,
  summary: 'list, show or verify the models of the registry',
  description:
    'list: every registered model and which one is the champion. show: one model, its figures and its history. verify: ' +
    'every hash, every golden row, and the journal; exit code 2 with every problem found. Changes nothing.',
  arguments: [
    new Argument('<action>').choices(modelsActions),
    new Argument('[sha256]', 'a registered model (show: default the champion; verify: default all)'),
  ],
  options: [],
  schema: z
    .object({ action: z.enum(modelsActions), sha256: sha256Schema.optional() })
    .refine(({ action, sha256 }) => action !== 'list' || sha256 === undefined, {
      path: ['sha256'],
      message: 'expected none to list',
    })
    .transform(({ action, sha256 }) => ({ action, modelSha256: sha256 ?? null })),
  needsRun: false,
};
