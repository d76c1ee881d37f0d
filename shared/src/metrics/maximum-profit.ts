import type { Campaign } from '../schema/campaign.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { contactProfit, type OfferTerms, offerTerms } from './offer-terms.ts';
import { type HullCorner, profitHull } from './profit-hull.ts';
import type { ScoreGroups } from './score-groups.ts';

/** Both a row, contacted or not. */
export interface MaximumProfit {
  /** Currency units. */
  readonly profit: number;
  /** Share of rows contacted, riskiest first. */
  readonly fraction: number;
}

/**
 * MPC: profit at the best threshold, where a contacted churner stays with chance `offerSuccess`, and the smallest share
 * of rows contacted that reaches it (Verbeke et al. 2012). Equals empulse's `mpc_score`. Rows of one class have one as
 * well: where nobody churned it is 0, of contacting nobody.
 */
export function maximumProfit(groups: ScoreGroups, campaign: Campaign): MaximumProfit {
  const terms = offerTerms(campaign);
  const hull = profitHull(groups);
  const rows = countRows(hull);
  let best: MaximumProfit = { profit: 0, fraction: 0 };
  for (const { churned, stayed } of hull) {
    const profit = contactProfit(terms, campaign.offerSuccess, churned, stayed) / rows;
    if (profit > best.profit) best = { profit, fraction: (churned + stayed) / rows };
  }
  return best;
}

/**
 * EMPC: the same where the chance γ of success is uncertain, Beta-distributed with mean `offerSuccess` and the weight of
 * `offerTrials` offers: the profit expected if each γ had its own best threshold, and the share contacted that is expected
 * (Verbraken, Verbeke, Baesens 2013). Equals empulse's `empc_score` with α = success · trials and β = (1 − success) ·
 * trials. In closed form: from one bound of γ to the next one corner of the hull is best, and profit there is linear in γ.
 */
export function expectedMaximumProfit(groups: ScoreGroups, campaign: Campaign): MaximumProfit {
  const { offerSuccess, offerTrials } = campaign;
  const [alpha, beta] = [offerSuccess * offerTrials, (1 - offerSuccess) * offerTrials];
  if (beta === 0) return maximumProfit(groups, campaign);
  const terms = offerTerms(campaign);
  const hull = profitHull(groups);
  const rows = countRows(hull);
  let [profit, fraction] = [0, 0];
  let [chanceBelow, meanBelow] = [0, 0];
  for (const [index, corner] of hull.entries()) {
    const bound = index + 1 < hull.length ? successFrom(terms, corner, hull[index + 1]!) : 1;
    const chance = incompleteBeta(bound, alpha, beta);
    const mean = offerSuccess * incompleteBeta(bound, alpha + 1, beta);
    profit +=
      contactProfit(terms, 0, corner.churned, corner.stayed) * (chance - chanceBelow) +
      terms.kept * corner.churned * (mean - meanBelow);
    fraction += (corner.churned + corner.stayed) * (chance - chanceBelow);
    [chanceBelow, meanBelow] = [chance, mean];
  }
  return { profit: profit / rows, fraction: fraction / rows };
}

/** The chance of success, from 0 to 1, from which on the next corner brings more than this one. */
function successFrom({ kept, accepted, contact }: OfferTerms, here: HullCorner, next: HullCorner): number {
  const churned = next.churned - here.churned;
  const stayed = next.stayed - here.stayed;
  if (churned === 0 || kept <= 0) return 1;
  return Math.min((contact * (churned + stayed) + accepted * stayed) / (kept * churned), 1);
}

function countRows(hull: readonly HullCorner[]): number {
  const { churned, stayed } = hull.at(-1)!;
  return churned + stayed;
}
