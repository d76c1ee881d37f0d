import type { SeededRandom } from '../platform/seeded-random.ts';
import { weightedChoice } from './customer-stream.ts';
import { type PlanName, plans } from './plans.ts';
import { lastDay } from './simulated-period.ts';

export interface SimulatedCustomer {
  readonly customerId: string;
  readonly age: number;
  readonly gender: string;
  readonly region: string;
  /** Days since 1970-01-01. */
  readonly signupDay: number;
  /** Unseen by the exports, as are the following. */
  readonly plan: PlanName;
  /** Events as a multiple of what is usual in the plan. */
  readonly activity: number;
  /** Calls support more often, and gets more refunds. */
  readonly isUnhappy: boolean;
  /** Day from which use fades, and the days in which it halves; null for most customers. */
  readonly fading: { readonly fromDay: number; readonly halfLifeDays: number } | null;
}

const regions = { southeast: 42, northeast: 27, south: 14, north: 9, 'central-west': 8 };
const genders = { female: 51, male: 48, other: 1 };
const planWeights = Object.fromEntries(
  Object.entries(plans).map(([name, { weight }]) => [name, weight]),
) as Record<PlanName, number>;

const meanTenureDays = 900;
const longestTenureDays = 3650;
const fadingShare = 0.24;

export function drawCustomer(random: SeededRandom, index: number): SimulatedCustomer {
  const age = Math.min(92, Math.max(18, Math.round(43 + 16 * random.normal())));
  const gender = weightedChoice(random, genders);
  const region = weightedChoice(random, regions);
  const tenure = 30 - meanTenureDays * Math.log(1 - random.uniform());
  const plan = weightedChoice(random, planWeights);
  const activity = Math.exp(0.45 * random.normal() - 0.1);
  const isUnhappy = random.uniform() < 0.2;
  const isFading = random.uniform() < fadingShare * (isUnhappy ? 1.6 : 0.85);
  const fromDay = lastDay - random.integer(10, 160);
  const halfLifeDays = Math.exp(Math.log(10) + random.uniform() * Math.log(5));
  return {
    customerId: String(index + 1).padStart(7, '0'),
    age,
    gender,
    region,
    signupDay: lastDay + 1 - Math.round(Math.min(tenure, longestTenureDays)),
    plan,
    activity,
    isUnhappy,
    fading: isFading ? { fromDay, halfLifeDays } : null,
  };
}
