import type { DriftName } from './drifts.ts';

export interface SimulationSettings {
  readonly customers: number;
  /** Aimed at; the number drawn differs by chance. */
  readonly transactions: number;
  readonly seed: number;
  /** Share of rows that are given a fault. */
  readonly dirtyShare: number;
  /** Name of what is other in the newest data; null: nothing. */
  readonly drift: DriftName | null;
}

/** Share of customers who leave in the months after `lastDay`. */
export const churnRate = 0.235;
