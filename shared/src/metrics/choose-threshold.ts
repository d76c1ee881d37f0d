import type { Campaign } from '../schema/campaign.ts';
import { profitThreshold } from './campaign-profit.ts';
import { lowestContacted, shareWithinBudget } from './contact-budget.ts';
import { expectedMaximumProfit } from './maximum-profit.ts';
import type { ScoreGroups } from './score-groups.ts';
import { thresholdOfShare } from './threshold-of-share.ts';

/**
 * The probability from which on a customer is marked, by the campaign's rule. `outOfFold`: calibrated predictions of rows
 * that the model had not seen, none of them a test row; `customers`: how many there are to choose from when a campaign is
 * run, whom a budget is for.
 */
export function chooseThreshold(campaign: Campaign, outOfFold: ScoreGroups, customers: number): number {
  switch (campaign.rule) {
    case 'expected-profit':
      return profitThreshold(campaign);
    case 'expected-maximum-profit':
      return thresholdOfShare(outOfFold, expectedMaximumProfit(outOfFold, campaign).fraction);
    case 'budget':
      return Math.max(
        thresholdOfShare(outOfFold, shareWithinBudget(campaign, customers)!),
        lowestContacted(campaign),
      );
  }
}
