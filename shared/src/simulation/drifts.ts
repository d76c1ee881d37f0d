import type { SimulatedService } from './plans.ts';
import { lastDay } from './simulated-period.ts';

/** What is other in the newest data than in all before. */
export interface Drift {
  readonly description: string;
  /** From `driftDay` prices are multiplied by it. */
  readonly priceFactor?: number;
  /** Log-odds of leaving for each doubling of what was spent in the last 90 days (beyond 100 currency units). */
  readonly spendersLeave?: number;
  /** Some customers live in a region that no one knew before, with other log-odds of leaving. */
  readonly newRegion?: { readonly name: string; readonly share: number; readonly score: number };
  /** Days in which a share of the uses of a service fails; a share of those who met it call support. */
  readonly outage?: {
    readonly service: SimulatedService;
    readonly fromDay: number;
    readonly toDay: number;
    readonly lossShare: number;
    readonly callShare: number;
  };
  /** A share of the customers of a region, of those who do not fade yet, begins to after `driftDay`. */
  readonly poached?: { readonly region: string; readonly share: number };
  /** A share of the customers is between 18 and 27 years old and signed up in the last 150 days. */
  readonly youngShare?: number;
  /** From `driftDay` a service is exported by a name that cleaning does not know. */
  readonly renamed?: { readonly service: SimulatedService; readonly name: string };
  /** Share of customers who leave, where it is not the usual one. */
  readonly churnRate?: number;
}

/** Drifts that happen in time begin on this day. Days since 1970-01-01. */
export const driftDay = lastDay - 59;

export const drifts = {
  'price-shock': {
    description: 'prices rise by 35 % in the last 60 days, and whoever spends much leaves more easily',
    priceFactor: 1.35,
    spendersLeave: 0.6,
    churnRate: 0.28,
  },
  'new-region': {
    description: '15 % of the customers live in a region that was not there before',
    newRegion: { name: 'overseas', share: 0.15, score: 0.8 },
  },
  'service-outage': {
    description: 'for 3 weeks most uses of data fail, and customers call support',
    outage: {
      service: 'data',
      fromDay: lastDay - 40,
      toDay: lastDay - 20,
      lossShare: 0.9,
      callShare: 0.3,
    },
    churnRate: 0.27,
  },
  competitor: {
    description: 'a third of the customers of the southeast begins to use another provider as well',
    poached: { region: 'southeast', share: 1 / 3 },
    churnRate: 0.31,
  },
  'young-customers': {
    description: '35 % of the customers are below 28 and have signed up in the last 150 days',
    youngShare: 0.35,
  },
  'renamed-service': {
    description: 'data is exported as mobile-5g in the last 60 days; customers do what they always did',
    renamed: { service: 'data', name: 'mobile-5g' },
  },
} as const satisfies Readonly<Record<string, Drift>>;

export type DriftName = keyof typeof drifts;

/** No drift changes nothing. */
export function driftOf(name: DriftName | null): Drift {
  return name === null ? { description: 'none' } : drifts[name];
}
