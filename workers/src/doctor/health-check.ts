import type { StageContext } from '../stage/stage.ts';

export interface Finding {
  readonly passed: boolean;
  /** What was found, as a phrase with figures; where it failed, also what was expected. */
  readonly finding: string;
  /** Set where it passed but may soon not do. */
  readonly warning?: string;
}

/** One thing this machine needs so that stages can run. What it throws is its finding. */
export interface HealthCheck {
  readonly check: string;
  examine(context: StageContext<unknown>): Finding | Promise<Finding>;
}
