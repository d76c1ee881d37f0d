export type SimulatedService = 'voice' | 'data' | 'sms' | 'roaming' | 'tv' | 'support';

export type PlanName = 'prepaid' | 'control' | 'postpaid' | 'family';

export interface Plan {
  /** Share of customers. */
  readonly weight: number;
  /** Events of the plan's customers as a multiple of the average. */
  readonly activity: number;
  readonly services: Readonly<Record<SimulatedService, number>>;
}

/** Plans are not exported: a model sees them only through what customers do. */
export const plans: Readonly<Record<PlanName, Plan>> = {
  prepaid: {
    weight: 0.35,
    activity: 0.75,
    services: { voice: 40, data: 35, sms: 15, roaming: 1, tv: 0, support: 6 },
  },
  control: {
    weight: 0.25,
    activity: 1,
    services: { voice: 32, data: 42, sms: 10, roaming: 2, tv: 4, support: 7 },
  },
  postpaid: {
    weight: 0.25,
    activity: 1.15,
    services: { voice: 25, data: 45, sms: 5, roaming: 8, tv: 10, support: 7 },
  },
  family: {
    weight: 0.15,
    activity: 1.35,
    services: { voice: 28, data: 38, sms: 4, roaming: 5, tv: 20, support: 8 },
  },
};

/** Typical price of an event in hundredths of the currency unit. */
export const typicalAmountMinor: Readonly<Record<SimulatedService, number>> = {
  voice: 1_490,
  data: 3_990,
  sms: 390,
  roaming: 8_900,
  tv: 5_990,
  support: 0,
};
