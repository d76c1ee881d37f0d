import type { SeededRandom } from '../platform/seeded-random.ts';
import { type Drift, driftDay } from './drifts.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';
import { lastDay } from './simulated-period.ts';

/** The customer as the drift makes them; `random` belongs to the drift alone, so that all else stays as without it. */
export function driftCustomer(
  customer: SimulatedCustomer,
  { newRegion, poached, youngShare }: Drift,
  random: SeededRandom,
): SimulatedCustomer {
  const chance = random.uniform();
  const [first, second] = [random.uniform(), random.uniform()];
  if (newRegion !== undefined && chance < newRegion.share) return { ...customer, region: newRegion.name };
  const isPoached = customer.region === poached?.region && customer.fading === null && chance < poached.share;
  if (isPoached) {
    const fromDay = driftDay + Math.floor(30 * first);
    return { ...customer, fading: { fromDay, halfLifeDays: 8 + 12 * second } };
  }
  if (youngShare !== undefined && chance < youngShare) {
    const age = 18 + Math.floor(10 * first);
    return { ...customer, age, signupDay: lastDay - 30 - Math.floor(120 * second) };
  }
  return customer;
}
