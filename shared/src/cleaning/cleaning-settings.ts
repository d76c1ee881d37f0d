import type { DeliveryDialect } from '../dialect/dialect.ts';

/** What the SQL of cleaning depends on besides the rows. */
export interface CleaningSettings {
  readonly dialect: DeliveryDialect;
  /** Transactions after this day are set aside; null: none. Days since 1970-01-01. */
  readonly asOfDay: number | null;
  /** Whether one of several identical transactions is kept instead of all. */
  readonly dropIdentical: boolean;
}
