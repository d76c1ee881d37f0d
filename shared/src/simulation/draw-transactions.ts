import { dayText } from '../platform/calendar-day.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { weightedChoice } from './customer-stream.ts';
import { plans, type SimulatedService, typicalAmountMinor } from './plans.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import { firstDay, lastDay, priceRiseDay } from './simulated-period.ts';

export interface SimulatedTransaction {
  readonly day: number;
  readonly amountMinor: number;
  readonly service: SimulatedService;
}

/** Use by calendar month, January first: holidays and the end of the year are busy. */
const seasonOfMonth = [1.08, 0.9, 0.96, 0.97, 1, 0.98, 1.06, 0.97, 0.96, 1, 1.04, 1.18];
const busiestSeason = Math.max(...seasonOfMonth);
const monthOfDay = Uint8Array.from({ length: lastDay - firstDay + 1 }, (_, offset) =>
  Number(dayText(firstDay + offset).slice(5, 7)),
);

/**
 * Events of one customer in the order of time: a Poisson process whose rate follows the seasons and fades before some
 * customers leave, drawn by thinning (Lewis and Shedler 1979). `eventsPerDay` is that of an average customer.
 */
export function drawTransactions(
  random: SeededRandom,
  customer: SimulatedCustomer,
  eventsPerDay: number,
): SimulatedTransaction[] {
  const plan = plans[customer.plan];
  const services = { ...plan.services };
  if (customer.isUnhappy) services.support *= 3;
  const fastest = eventsPerDay * plan.activity * customer.activity * busiestSeason;
  const transactions: SimulatedTransaction[] = [];
  let at = Math.max(firstDay, customer.signupDay);
  for (;;) {
    at -= Math.log(1 - random.uniform()) / fastest;
    const day = Math.floor(at);
    if (day > lastDay) return transactions;
    const chance = (seasonOfMonth[monthOfDay[day - firstDay]! - 1]! / busiestSeason) * presence(customer, at);
    if (random.uniform() >= chance) continue;
    const service = weightedChoice(random, services);
    transactions.push({ day, service, amountMinor: drawAmount(random, customer, service, day) });
  }
}

/** Share of the usual use that is left at a time. */
function presence({ fading }: SimulatedCustomer, at: number): number {
  if (fading === null || at <= fading.fromDay) return 1;
  return 0.5 ** ((at - fading.fromDay) / fading.halfLifeDays);
}

function drawAmount(
  random: SeededRandom,
  { isUnhappy }: SimulatedCustomer,
  service: SimulatedService,
  day: number,
): number {
  const price = typicalAmountMinor[service] * (day >= priceRiseDay ? 1.06 : 1);
  const amount = Math.round(price * Math.exp(0.35 * random.normal()));
  const isRefund = random.uniform() < (isUnhappy ? 0.03 : 0.01);
  return isRefund && amount > 0 ? -amount : amount;
}
