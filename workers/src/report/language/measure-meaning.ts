/** A measure in words. */
export interface MeasureMeaning {
  readonly title: string;
  /** What the value says, in one sentence. */
  readonly meaning: (facts: MeasureFacts) => string;
}

export interface MeasureFacts {
  readonly value: number | null;
  /** Of the test rows. */
  readonly churnShare: number;
  /** What is reached by the same answer for everyone, where that says something. */
  readonly constant: number;
}
