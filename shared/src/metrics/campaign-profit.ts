import type { Campaign } from '../schema/campaign.ts';
import type { Confusion } from './confusion.ts';
import type { ScoreGroups } from './score-groups.ts';
import { type Point, thinCurve } from './thin-curve.ts';

/**
 * Expected profit a customer (contacted or not) of contacting those who were said to leave: each churner among them stays
 * with the chance of success, and every contact costs.
 */
export function campaignProfit(confusion: Confusion, campaign: Campaign): number {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const contacted = truePositives + falsePositives;
  return profit(truePositives, contacted, contacted + trueNegatives + falseNegatives, campaign);
}

/**
 * The P(churn) from which contacting a customer pays, if probabilities hold: cost / (success · value) (Elkan 2001). At
 * most 1, which is also the answer where contacting never pays.
 */
export function profitThreshold({ offerSuccess, customerValue, offerCost }: Campaign): number {
  return Math.min(offerCost / (offerSuccess * customerValue), 1);
}

/**
 * Threshold and profit a customer, by rising threshold from 0 (contact all) to 1. Profit changes right after a
 * probability that was predicted: from one point to the next, the later one's profit holds.
 */
export function profitCurve({ scores, churned, stayed }: ScoreGroups, campaign: Campaign): Point[] {
  const saved: number[] = [];
  const contacted: number[] = [];
  for (let group = 0; group < scores.length; group++) {
    saved.push((saved[group - 1] ?? 0) + churned[group]!);
    contacted.push((contacted[group - 1] ?? 0) + churned[group]! + stayed[group]!);
  }
  const rows = contacted.at(-1)!;
  const rising = Array.from(
    scores,
    (score, group): Point => [score, profit(saved[group]!, contacted[group]!, rows, campaign)],
  ).reverse();
  const all: Point = [0, profit(saved.at(-1)!, rows, rows, campaign)];
  const nobody: Point = [1, 0];
  return thinCurve([...(rising[0]![0] > 0 ? [all] : []), ...rising, ...(scores[0]! < 1 ? [nobody] : [])]);
}

function profit(churners: number, contacted: number, rows: number, campaign: Campaign): number {
  const { offerSuccess, customerValue, offerCost } = campaign;
  return (offerSuccess * customerValue * churners - offerCost * contacted) / rows;
}
