import type { Campaign } from '../schema/campaign.ts';

/**
 * What an offer costs and brings in currency units a contacted customer, however it is paid. A churner who accepts with
 * chance γ brings γ · kept − contact; a stayer takes the offer as well and costs accepted + contact (Verbraken et al.
 * 2013, where these are CLV − d, d and f).
 */
export interface OfferTerms {
  /** A churner who accepts; may be negative. */
  readonly kept: number;
  /** Paid to whoever accepts. */
  readonly accepted: number;
  /** Paid for everybody contacted. */
  readonly contact: number;
}

export function offerTerms({ customerValue, offerCost, contactCost, offerPaidTo }: Campaign): OfferTerms {
  const accepted = offerPaidTo === 'accepting' ? offerCost : 0;
  return { kept: customerValue - accepted, accepted, contact: contactCost + offerCost - accepted };
}

/**
 * Profit of contacting so many churners and stayers; `success`: chance that a contacted churner accepts and stays.
 */
export function contactProfit(
  { kept, accepted, contact }: OfferTerms,
  success: number,
  churned: number,
  stayed: number,
): number {
  return success * kept * churned - contact * (churned + stayed) - accepted * stayed;
}
