import { Option } from 'commander';
import { z } from 'zod';
import { flagText } from '../stage/flag-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type ScoreOptions, scoreStage } from '../stages/score.ts';
import { asOfOption, asOfSchema, lookbackOption, lookbackSchema } from './feature-options.ts';

export const scoreCommand: StageCommand<ScoreOptions> = {
  stage: scoreStage,
  summary: 'predict churn for every eligible customer with the promoted model',
  description:
    'Computes features at as-of (default: the day after the last transaction) for the customers of the cleaned run and ' +
    'writes a CSV file with the columns customer_id, probability, decision (churn or stay: by the threshold of the model, or ' +
    'the riskiest that the budget of its campaign allows), decile (1 the riskiest tenth), reasons (up to three features that ' +
    'raise the risk, with value and unit, as the API tells them) and model. Exit code 99 where no model is promoted.',
  options: [
    asOfOption(),
    lookbackOption('as the model was trained'),
    new Option(
      '--leave-out-churned',
      'leave out customers who have left, for a list of whom to keep: by their column churn, and where the label is inactivity by a horizon without a transaction',
    ).env('CHURN_LEAVE_OUT_CHURNED'),
    new Option(
      '--out <file>',
      'file for a copy of the predictions; they are kept in the data directory too',
    ).env('CHURN_SCORE_OUT'),
  ],
  schema: z
    .object({
      asOf: asOfSchema,
      lookback: lookbackSchema.optional(),
      leaveOutChurned: flagText,
      out: z.string().min(1).optional(),
    })
    .transform(({ asOf, lookback, leaveOutChurned, out }) => ({
      asOfDay: asOf,
      lookback: lookback === undefined ? ('model' as const) : lookback,
      leaveOutChurned,
      out: out ?? null,
    })),
};
