import { z } from 'zod';

export const candidateCostSchema = z.object({
  /** Of the fit on all rows that are no test, the search apart; null where the training left no time. */
  fitSeconds: z.number().nullable(),
  /** To score one customer with the model as the API loads it. */
  medianMicroseconds: z.number(),
  p99Microseconds: z.number(),
});

/** Measured times of a trained model. They differ from run to run, so they stand in records of runs and in no file named by its content. */
export type CandidateCost = Readonly<z.infer<typeof candidateCostSchema>>;
