import { Option } from 'commander';
import { z } from 'zod';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type EvaluateOptions, evaluateStage } from '../stages/evaluate.ts';

export const evaluateCommand: StageCommand<EvaluateOptions> = {
  stage: evaluateStage,
  summary: 'measure every trained family on the test rows and name the winner',
  description:
    'Measures each family that the run has trained on the test rows: accuracy, precision, recall, F1, ROC AUC, PR AUC, log ' +
    'loss, calibration, lift and profit, with bootstrap intervals. The winner is the one with the lowest log loss on rows ' +
    'held out of training, not on the test. Compares it with the champion on the same rows.',
  options: [
    new Option('--bootstrap-samples <number>', 'resamples behind each 95 % interval')
      .env('CHURN_BOOTSTRAP_SAMPLES')
      .default('500'),
  ],
  schema: z
    .object({ bootstrapSamples: numberText(z.int().min(50).max(10_000)) })
    .transform(({ bootstrapSamples }) => ({ bootstrapSamples })),
};
