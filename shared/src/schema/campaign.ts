import { z } from 'zod';

const offerRecipients = ['contacted', 'accepting'] as const;

/** What it costs and brings to contact a customer with an offer to stay. Amounts are currency units. */
export const campaignSchema = z.strictObject({
  /** Lost with a customer who leaves. */
  customerValue: z.number().positive(),
  /** Of the offer itself. */
  offerCost: z.number().min(0),
  /** Of reaching one customer, whatever they answer. */
  contactCost: z.number().min(0).default(0),
  /**
   * Whom the offer is paid to: everyone `contacted` (a gift that is sent along), or those `accepting` it: the leavers it
   * keeps, and all stayers.
   */
  offerPaidTo: z.enum(offerRecipients).default('contacted'),
  /** Share of contacted leavers who stay. */
  offerSuccess: z.number().gt(0).max(1),
  /** Earlier offers that this share rests on, or is worth: it is Beta-distributed with α = success · trials, β = (1 − success) · trials. */
  offerTrials: z.number().positive().default(20),
});

export type Campaign = Readonly<z.infer<typeof campaignSchema>>;
