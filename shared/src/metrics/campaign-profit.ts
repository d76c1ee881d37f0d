import type { Campaign } from '../schema/campaign.ts';
import type { Confusion } from './confusion.ts';
import { contactProfit, offerTerms } from './offer-terms.ts';
import type { ScoreGroups } from './score-groups.ts';
import { type Point, thinCurve } from './thin-curve.ts';

/**
 * Expected profit a customer (contacted or not) of contacting those who were said to leave: each churner among them stays
 * with the chance of success, and every contact costs.
 */
export function campaignProfit(confusion: Confusion, campaign: Campaign): number {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const rows = truePositives + falsePositives + trueNegatives + falseNegatives;
  return contactProfit(offerTerms(campaign), campaign.offerSuccess, truePositives, falsePositives) / rows;
}

/** Profit a customer beyond that of contacting as many customers taken at random, in expectation. */
export function profitAboveRandom(confusion: Confusion, campaign: Campaign): number {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const contacted = truePositives + falsePositives;
  const rows = contacted + trueNegatives + falseNegatives;
  const churned = ((truePositives + falseNegatives) * contacted) / rows;
  const random =
    contactProfit(offerTerms(campaign), campaign.offerSuccess, churned, contacted - churned) / rows;
  return campaignProfit(confusion, campaign) - random;
}

/**
 * The P(churn) from which contacting a customer pays, if probabilities hold (Elkan 2001): where p · (success · kept −
 * contact) = (1 − p) · (accepted + contact). Where the offer is paid to everyone contacted that is cost / (success ·
 * value). At most 1, which is also the answer where contacting never pays.
 */
export function profitThreshold(campaign: Campaign): number {
  const { kept, accepted, contact } = offerTerms(campaign);
  return Math.min((accepted + contact) / (campaign.offerSuccess * kept + accepted), 1);
}

/**
 * Threshold and profit a customer, by rising threshold from 0 (contact all) to 1. Profit changes right after a
 * probability that was predicted: from one point to the next, the later one's profit holds.
 */
export function profitCurve({ scores, churned, stayed }: ScoreGroups, campaign: Campaign): Point[] {
  const saved: number[] = [];
  const wasted: number[] = [];
  for (let group = 0; group < scores.length; group++) {
    saved.push((saved[group - 1] ?? 0) + churned[group]!);
    wasted.push((wasted[group - 1] ?? 0) + stayed[group]!);
  }
  const terms = offerTerms(campaign);
  const rows = saved.at(-1)! + wasted.at(-1)!;
  const profit = (group: number) =>
    contactProfit(terms, campaign.offerSuccess, saved[group]!, wasted[group]!) / rows;
  const rising = Array.from(scores, (score, group): Point => [score, profit(group)]).reverse();
  const all: Point = [0, profit(scores.length - 1)];
  const nobody: Point = [1, 0];
  return thinCurve([...(rising[0]![0] > 0 ? [all] : []), ...rising, ...(scores[0]! < 1 ? [nobody] : [])]);
}
