import { featureList } from '@churn/shared/features/feature-list';
import { parseDay } from '@churn/shared/platform/calendar-day';
import { z } from 'zod';
import { strictFields } from '../validation/strict-fields.ts';
import { amountMinor, largestAmount } from './amount-minor.ts';

const expectedDay = 'a calendar day as YYYY-MM-DD';
const expectedAsOf = `${expectedDay}: features count days up to it, and without it the answer would depend on the server's clock`;
const expectedText = 'text of at most 200 characters, or null';
const expectedId = 'text of 1 to 200 characters';
/** As in cleaning, which takes other ages for unknown. */
const oldestAge = 120;
const expectedAge = `a whole number of years from 0 to ${oldestAge}, or null`;
/** Models count in 32-bit floats; a larger number would be infinite to them and its answer no number. */
const largestFeature = 3e38;
const expectedFeature = `a number from -${largestFeature} to ${largestFeature}, or null where missing`;
const expectedAmount = `a number of currency units with at most 2 decimals, from -${largestAmount} to ${largestAmount}`;

function day(expected: string) {
  return z.iso.date(expected).refine((text) => parseDay(text) !== undefined, expected);
}

const optionalText = z.string(expectedText).max(200, expectedText).nullish();
const identifier = z.string(expectedId).min(1, expectedId).max(200, expectedId);

const customerSchema = strictFields({
  customerId: identifier.describe("The customer's id, repeated in the answer."),
  age: z.int(expectedAge).min(0, expectedAge).max(oldestAge, expectedAge).nullish().describe('Whole years.'),
  gender: optionalText.describe('Any spelling that cleaning knows; another one counts as unknown.'),
  signupDate: day(`${expectedDay}, or null`).nullish(),
  region: optionalText.describe('Unified as in cleaning.'),
});

const transactionSchema = strictFields({
  date: day(expectedDay),
  amount: z
    .number(expectedAmount)
    .min(-largestAmount, expectedAmount)
    .max(largestAmount, expectedAmount)
    .refine((amount) => amountMinor(amount) !== undefined, expectedAmount)
    .meta({ description: 'Currency units, at most 2 decimals; a refund is negative.', multipleOf: 0.01 }),
  service: optionalText.describe('Unified as in cleaning.'),
});

export type CustomerRequest = z.infer<ReturnType<typeof customerRequestSchema>>;

/** A customer with all their transactions; the features are computed here, by the code that computes them for training. */
export function customerRequestSchema(maxTransactions: number) {
  const expected = `a list of at most ${maxTransactions} transactions`;
  return strictFields({
    customer: customerSchema,
    transactions: z.array(transactionSchema, expected).max(maxTransactions, expected),
    asOf: day(expectedAsOf).describe(
      'The day of the question. Transactions on it or later are ignored, and counted in the answer.',
    ),
  });
}

export type FeaturesRequest = z.infer<typeof featuresRequestSchema>;

/** Every feature of the list, ready-made. */
export const featuresRequestSchema = strictFields({
  customerId: identifier.nullish().describe('Repeated in the answer.'),
  features: strictFields(
    Object.fromEntries(
      featureList.map((feature) => [
        feature.name,
        (feature.kind === 'numeric'
          ? z
              .number(expectedFeature)
              .min(-largestFeature, expectedFeature)
              .max(largestFeature, expectedFeature)
          : z.string('text, or null where missing').max(200, 'text of at most 200 characters, or null')
        )
          .nullable()
          .describe(feature.description),
      ]),
    ),
    'of the feature list (GET /v1/model names them)',
  ),
});
