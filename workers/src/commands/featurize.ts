import { explainedFeatures } from '@churn/shared/features/explained-features';
import { featureList } from '@churn/shared/features/feature-list';
import { Option } from 'commander';
import { z } from 'zod';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type FeaturizeOptions, featurizeStage } from '../stages/featurize.ts';
import { asOfOption, asOfSchema, lookbackOption, lookbackSchema } from './feature-options.ts';

const featureNames = featureList.map(({ name }) => name);

const onlySchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(featureNames, 'expected names of features (churn featurize --explain lists them)')))
  .nullish()
  .transform((names) => names ?? null);

export const featurizeCommand: StageCommand<FeaturizeOptions> = {
  stage: featurizeStage,
  summary: 'compute features, label customers and split them for training',
  description:
    'Computes the feature list for every eligible customer at one or several as-of dates, labels each row by the churn ' +
    'column or by inactivity after as-of, and splits the rows into train, validation and test: forward in time where ' +
    'there are enough as-of dates, otherwise by a hash of the customer.',
  options: [
    new Option('--label <how>', 'churn column, inactivity after as-of, or auto: the column if it has values')
      .env('CHURN_LABEL')
      .choices(['auto', 'flag', 'inactivity'])
      .default('auto'),
    new Option('--horizon <days>', 'inactivity: no transaction in this many days from as-of')
      .env('CHURN_HORIZON')
      .default('90'),
    lookbackOption().default('180'),
    asOfOption(),
    new Option(
      '--gap <days>',
      'churn column: features end this many days before as-of, since a flag has no date',
    )
      .env('CHURN_GAP')
      .default('0'),
    new Option(
      '--snapshots <number>',
      'as-of dates; auto: for inactivity up to 4, a horizon apart, as the data allow; for flags 1',
    )
      .env('CHURN_SNAPSHOTS')
      .default('auto'),
    new Option('--every <days>', 'days between as-of dates where --snapshots is a number')
      .env('CHURN_EVERY')
      .default('30'),
    new Option('--split <how>', 'forward in time, by hash of the customer, or auto: forward where possible')
      .env('CHURN_SPLIT')
      .choices(['auto', 'forward', 'hash'])
      .default('auto'),
    new Option(
      '--only <names>',
      'compute these features only, with commas between: for a look or a comparison, train takes no such table',
    ).env('CHURN_ONLY'),
  ],
  pages: [
    {
      option: new Option(
        '--explain',
        'print every feature with its formula and the SQL that computes it, and do nothing else',
      ),
      text: explainedFeatures,
    },
  ],
  schema: z
    .object({
      label: z.enum(['auto', 'flag', 'inactivity']),
      horizon: numberText(z.int().min(1).max(3650)),
      lookback: lookbackSchema,
      asOf: asOfSchema,
      snapshots: z.union(
        [z.literal('auto'), numberText(z.int().min(1).max(60))],
        'expected auto or a whole number from 1 to 60',
      ),
      every: numberText(z.int().min(1).max(3650)),
      split: z.enum(['auto', 'forward', 'hash']),
      gap: numberText(z.int().min(0).max(3650)),
      only: onlySchema,
    })
    .transform(({ label, horizon, lookback, asOf, snapshots, every, split, gap, only }) => ({
      label,
      horizonDays: horizon,
      lookbackDays: lookback,
      asOfDay: asOf,
      snapshots,
      everyDays: every,
      split,
      gapDays: gap,
      only,
    })),
};
