/** A transaction of one customer. */
export interface Transaction {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Hundredths of the currency unit, a safe integer; negative for a refund. */
  readonly amountMinor: number;
  readonly service: string | null;
}
