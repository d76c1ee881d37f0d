import type { SimulatedTransaction } from './draw-transactions.ts';
import type { Drift } from './drifts.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import { lastDay } from './simulated-period.ts';

/**
 * The log-odds of leaving, up to a constant, from nothing but what the exports show: linear parts, curves and interactions,
 * so that families of models differ. The probability made of it is the best that any model can know.
 */
export function churnScore(
  { age, region, signupDay }: SimulatedCustomer,
  transactions: readonly SimulatedTransaction[],
  { spendersLeave, newRegion }: Drift,
): number {
  const asOf = lastDay + 1;
  const tenureDays = asOf - signupDay;
  let recent = 0;
  let before = 0;
  let supportCalls = 0;
  let refunds = 0;
  let spentMinor = 0;
  let lastUse = asOf - 180;
  const services = new Set<string>();
  for (const { day, amountMinor, service } of transactions) {
    const ago = asOf - day;
    if (ago <= 90) recent += 1;
    else if (ago <= 180) before += 1;
    if (ago <= 90 && service === 'support') supportCalls += 1;
    if (ago <= 90 && amountMinor < 0) refunds += 1;
    if (ago <= 90) spentMinor += amountMinor;
    if (ago <= 180) services.add(service);
    if (day > lastUse) lastUse = day;
  }
  // Decline counts for more the longer the last use lies back.
  const decline = Math.max(-1.5, Math.min(2, Math.log((before + 1) / (recent + 1))));
  const silence = 1 - Math.exp(-(asOf - lastUse) / 35);
  const isNew = tenureDays < 365;
  let score = 0.8 * decline + 2 * silence + 0.9 * Math.max(0, decline) * silence;
  // The second call of a new customer is worse than the fourth of an old one.
  score += Math.min(supportCalls, 4) * (isNew ? 0.95 : 0.35);
  score += 0.6 * Math.min(refunds, 2);
  score -= 0.7 * Math.log1p(tenureDays / 365);
  score += 0.3 * ((age - 45) / 18) ** 2;
  if (region === 'southeast' && age < 32) score += 1.1;
  if (region === 'north' && age > 55) score += 0.9;
  if (region === 'south') score -= 0.35;
  if (services.size >= 4) score -= 0.8;
  if (spendersLeave !== undefined) score += spendersLeave * Math.log2(1 + Math.max(0, spentMinor) / 10_000);
  if (newRegion !== undefined && region === newRegion.name) score += newRegion.score;
  return 0.95 * score;
}
