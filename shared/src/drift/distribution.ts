import { z } from 'zod';

const countsSchema = z.array(z.number().int().nonnegative());

/** Counts of a numeric column in bins between ascending edges: (−∞, e₀], (e₀, e₁], …, (eₖ, ∞). */
export const numericDistributionSchema = z
  .strictObject({
    kind: z.literal('numeric'),
    name: z.string(),
    edges: z.array(z.number()),
    counts: countsSchema,
    missing: z.number().int().nonnegative(),
  })
  .refine(({ edges, counts }) => counts.length === edges.length + 1, 'expected one count more than edges');

/** Counts of a categorical column's levels; `other` counts levels that are not listed. */
export const categoricalDistributionSchema = z
  .strictObject({
    kind: z.literal('categorical'),
    name: z.string(),
    levels: z.array(z.string()),
    counts: countsSchema,
    other: z.number().int().nonnegative(),
    missing: z.number().int().nonnegative(),
  })
  .refine(({ levels, counts }) => counts.length === levels.length, 'expected a count for every level');

/** How a matrix's columns were distributed, to compare later rows with. Holds no row of any customer. */
export const distributionReferenceSchema = z.strictObject({
  rows: z.number().int().nonnegative(),
  columns: z.array(z.union([numericDistributionSchema, categoricalDistributionSchema])),
});

/** What a registered model remembers of the rows it was trained on. */
export const modelReferenceSchema = z.strictObject({
  features: distributionReferenceSchema,
  /** Of the model's probabilities of the test rows, from which it has learned where it was fitted again. */
  scores: numericDistributionSchema,
});

export type NumericDistribution = Readonly<z.infer<typeof numericDistributionSchema>>;
export type CategoricalDistribution = Readonly<z.infer<typeof categoricalDistributionSchema>>;
export type ColumnDistribution = NumericDistribution | CategoricalDistribution;
export type DistributionReference = Readonly<z.infer<typeof distributionReferenceSchema>>;
export type ModelReference = Readonly<z.infer<typeof modelReferenceSchema>>;
