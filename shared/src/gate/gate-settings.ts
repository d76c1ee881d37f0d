export const gateModes = ['improvement', 'refresh'] as const;
export type GateMode = (typeof gateModes)[number];

export interface GateSettings {
  /** `improvement`: better than the champion; `refresh`: for a routine update on newer data, not worse beyond the margin. */
  readonly mode: GateMode;
  readonly fewestTestRows: number;
  /** Lowest ROC AUC on the test rows. */
  readonly rocAucFloor: number;
  /** Highest expected calibration error on the test rows. */
  readonly calibrationErrorCeiling: number;
  /** ROC AUC that a refresh may lose, at the lower end of the interval. */
  readonly refreshMargin: number;
  /** Promote although the champion could not be scored on the same rows. */
  readonly replaceIncomparable: boolean;
  /** Leakage checks whose finding is known and taken. */
  readonly acceptedLeakage: readonly string[];
  /** Median milliseconds to score one customer. */
  readonly latencyBudgetMs: number;
}

export const defaultGateSettings: GateSettings = {
  mode: 'improvement',
  fewestTestRows: 100,
  rocAucFloor: 0.55,
  calibrationErrorCeiling: 0.1,
  refreshMargin: 0.01,
  replaceIncomparable: false,
  acceptedLeakage: [],
  latencyBudgetMs: 10,
};
