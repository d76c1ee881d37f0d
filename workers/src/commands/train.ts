import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { searchModes } from '@churn/shared/training/choose-settings-source';
import { Option } from 'commander';
import { z } from 'zod';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type TrainOptions, trainStage } from '../stages/train.ts';
import { campaignOptions, campaignOptionsSchema } from './campaign-options.ts';

export const trainCommand: StageCommand<TrainOptions> = {
  stage: trainStage,
  summary: 'search settings of one model family, fit it and calibrate it',
  description:
    'Tries the default and random configurations of one family by successive halving on rows outside the test set: all on ' +
    'few rows, the best on more, and the last ones on all folds; the lowest log loss wins. A killed search is resumed. Then ' +
    'chooses a calibration from out-of-fold predictions and fits on every row outside the test set. Customers at or above a ' +
    'threshold are marked as leaving: where an offer pays, or as the rule of the campaign says. The family blend is made of ' +
    'the models that the run has trained before, at least two: a weighted mean of their calibrated log-odds, with weights ' +
    'learned from what they predicted out of fold.',
  options: [
    new Option('--family <name>', 'model family (required)').env('CHURN_FAMILY').choices(modelFamilyNames),
    new Option('--trials <number>', 'configurations tried (logistic-regression: eight at most)')
      .env('CHURN_TRIALS')
      .default('20'),
    new Option(
      '--search-seconds <seconds>',
      'no trial begins later than this many seconds after the first; 0: no limit',
    )
      .env('CHURN_SEARCH_SECONDS')
      .default('0'),
    new Option(
      '--search <mode>',
      'refresh: search; reuse: take over the settings of the last search of the same question where the data are alike',
    )
      .env('CHURN_SEARCH')
      .choices(searchModes)
      .default('refresh'),
    ...campaignOptions(),
  ],
  schema: z
    .object({
      family: z.enum(modelFamilyNames, `expected one of ${modelFamilyNames.join(', ')}`),
      trials: numberText(z.int().min(1).max(1000)),
      searchSeconds: numberText(z.number().nonnegative()),
      search: z.enum(searchModes),
    })
    .and(campaignOptionsSchema)
    .transform(({ from, overrides, ...training }) => ({ ...training, campaign: { from, overrides } })),
};
