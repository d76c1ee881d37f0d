import type { SeededRandom } from '../platform/seeded-random.ts';
import type { SimulatedTransaction } from './draw-transactions.ts';
import { type Drift, driftDay } from './drifts.ts';

/** The transactions as the drift makes them; `random` belongs to the drift alone. */
export function driftTransactions(
  transactions: SimulatedTransaction[],
  { priceFactor, outage }: Drift,
  random: SeededRandom,
): SimulatedTransaction[] {
  if (priceFactor === undefined && outage === undefined) return transactions;
  return transactions.flatMap((transaction): SimulatedTransaction[] => {
    const { day, amountMinor, service } = transaction;
    if (priceFactor !== undefined && day >= driftDay) {
      return [{ ...transaction, amountMinor: Math.round(amountMinor * priceFactor) }];
    }
    const isHit =
      outage !== undefined && service === outage.service && day >= outage.fromDay && day <= outage.toDay;
    if (!isHit || random.uniform() >= outage.lossShare) return [transaction];
    return random.uniform() < outage.callShare ? [{ day, amountMinor: 0, service: 'support' }] : [];
  });
}
