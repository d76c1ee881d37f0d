import type { Campaign } from '../schema/campaign.ts';
import { profitThreshold } from './campaign-profit.ts';
import { contactProfit, offerTerms } from './offer-terms.ts';
import { countClasses, type ScoreGroups } from './score-groups.ts';

/** A division that comes out just below a whole number must not take a contact away. */
const rounding = 1e-9;

/**
 * How many customers the campaign can contact: null without a budget. An amount of money counts every contact as the most
 * that it can cost, so that it is never overspent.
 */
export function contactsWithinBudget({ budget, offerCost, contactCost }: Campaign): number | null {
  if (budget === null) return null;
  if ('customers' in budget) return budget.customers;
  return Math.floor(budget.amount / (offerCost + contactCost) + rounding);
}

/** The share of so many customers that the budget reaches, at most 1; null without a budget. */
export function shareWithinBudget(campaign: Campaign, customers: number): number | null {
  const contacts = contactsWithinBudget(campaign);
  return contacts === null ? null : Math.min(contacts / Math.max(customers, 1), 1);
}

/** The probability below which nobody is contacted, whatever the budget. */
export function lowestContacted(campaign: Campaign): number {
  return campaign.belowBreakEven ? 0 : profitThreshold(campaign);
}

/** What a budget for a share of the rows reaches. */
export interface WithinBudget {
  /** Share of all churners; null where nobody churned. */
  readonly captured: number | null;
  /** Currency units a row, contacted or not. */
  readonly profit: number;
}

/**
 * Contacts the riskiest rows up to a share of all, and nobody below `lowestContacted`. Where the share ends among rows of
 * equal score, or within a row, the expectation counts.
 */
export function measureWithinBudget(groups: ScoreGroups, campaign: Campaign, share: number): WithinBudget {
  const total = countClasses(groups);
  const rows = total.churned + total.stayed;
  const lowest = lowestContacted(campaign);
  let places = share * rows;
  let [churned, stayed] = [0, 0];
  for (let group = 0; group < groups.scores.length && groups.scores[group]! >= lowest; group++) {
    const size = groups.churned[group]! + groups.stayed[group]!;
    if (size === 0) continue;
    const part = Math.min(places / size, 1);
    churned += part * groups.churned[group]!;
    stayed += part * groups.stayed[group]!;
    places -= part * size;
  }
  return {
    captured: total.churned === 0 ? null : churned / total.churned,
    profit: contactProfit(offerTerms(campaign), campaign.offerSuccess, churned, stayed) / rows,
  };
}
