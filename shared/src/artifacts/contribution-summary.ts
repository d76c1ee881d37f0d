import { z } from 'zod';

const groupSchema = z.strictObject({
  rows: z.number().int().positive(),
  /** Mean contribution to the log-odds. */
  contribution: z.number(),
});

const valuesSchema = groupSchema.extend({ from: z.number(), to: z.number() }).nullable();

/** How the features that move predictions most do so: the contributions of sampled test rows, gathered. */
export const contributionSummarySchema = z.strictObject({
  /** Sampled test rows. */
  rows: z.number().int().nonnegative(),
  /** Strongest first. */
  features: z.array(
    z.strictObject({
      feature: z.string(),
      /** Rows by contribution, on one grid for all features, ascending; bins without rows are left out. */
      bins: z.array(
        z.strictObject({
          /** The middle of the bin, in log-odds. */
          contribution: z.number(),
          rows: z.number().int().positive(),
          /** Mean rank of their values among the sampled ones, 0 the lowest and 1 the highest; null where values have no order. */
          rank: z.number().min(0).max(1).nullable(),
        }),
      ),
      /** The rows whose values lie in each third of the ranks; null where a third has none, and for categories. */
      thirds: z.tuple([valuesSchema, valuesSchema, valuesSchema]),
      missing: groupSchema.nullable(),
      /** The most frequent categories; none for numbers. */
      categories: z.array(groupSchema.extend({ name: z.string() })),
    }),
  ),
});

export type ContributionSummary = Readonly<z.infer<typeof contributionSummarySchema>>;
export type FeatureContributions = ContributionSummary['features'][number];
