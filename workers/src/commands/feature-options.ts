import { parseDay } from '@churn/shared/platform/calendar-day';
import { Option } from 'commander';
import { z } from 'zod';

/** Options that stages which compute features have in common. */
export const asOfOption = () =>
  new Option('--as-of <day>', 'features use only transactions before this day, YYYY-MM-DD').env(
    'CHURN_AS_OF',
  );

/** `whenAbsent` says in words what holds where the option is absent; empty where it has a default value. */
export const lookbackOption = (whenAbsent = '') =>
  new Option(
    '--lookback <days>',
    'a customer is eligible with a transaction in this many days before as-of; "all": ever before it' +
      (whenAbsent === '' ? '' : ` (default: ${whenAbsent})`),
  ).env('CHURN_LOOKBACK');

/** Around the days that cleaning lets pass; features count in whole numbers that end some thousand years later. */
const firstAsOf = '1900-01-01';
const lastAsOf = '2100-12-31';

/** Days since 1970-01-01; null where not given. */
export const asOfSchema = z
  .string()
  .refine(
    (text) => parseDay(text) !== undefined && text >= firstAsOf && text <= lastAsOf,
    `expected a day of the calendar as YYYY-MM-DD, from ${firstAsOf} to ${lastAsOf}`,
  )
  .transform((text) => parseDay(text)!)
  .nullish()
  .transform((day) => day ?? null);

/** Null for "all". */
export const lookbackSchema = z
  .string()
  .regex(/^(all|[1-9]\d{0,4})$/, 'expected a number of days from 1 to 99999, or all')
  .transform((text) => (text === 'all' ? null : Number(text)));
