import { z } from 'zod';

/** What it costs and brings to contact a customer with an offer to stay, in currency units. */
export const campaignSchema = z.strictObject({
  /** Lost with a customer who leaves. */
  customerValue: z.number().positive(),
  /** Of contacting one customer. */
  offerCost: z.number().positive(),
  /** Share of contacted leavers who stay. */
  offerSuccess: z.number().gt(0).max(1),
});

export type Campaign = Readonly<z.infer<typeof campaignSchema>>;
