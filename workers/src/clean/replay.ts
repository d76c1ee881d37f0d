import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

/** A repaired row of the quarantine, that stands in for the record at a line of a delivered file. */
export interface Replay {
  readonly table: DeliveredTable;
  /** The file's place among those of its table. */
  readonly part: number;
  readonly file: string;
  readonly line: number;
  /** The repaired record. */
  readonly raw: string;
  /** Its texts of our columns. */
  readonly texts: readonly string[];
}
