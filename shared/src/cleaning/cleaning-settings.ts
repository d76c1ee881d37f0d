/** What the SQL that judges rows depends on besides the rows and how they are written. */
export interface CleaningSettings {
  /** Transactions after this day are set aside; null: none. Days since 1970-01-01. */
  readonly asOfDay: number | null;
}
