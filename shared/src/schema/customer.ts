/** A customer in canonical spelling, as cleaned rows and validated requests give it; null where unknown. */
export interface Customer {
  readonly customerId: string;
  /** Whole years. */
  readonly age: number | null;
  /** `female`, `male` or `other`. */
  readonly gender: string | null;
  /** Days since 1970-01-01. */
  readonly signupDay: number | null;
  readonly region: string | null;
}
