import type { Candidate } from '../artifacts/candidate.ts';
import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import type { ServingCheck } from '../registry/check-serving.ts';
import type { GateSettings } from './gate-settings.ts';
import type { Refit } from './refit.ts';

/** What the gate knows when it decides. */
export interface GateEvidence {
  readonly evaluation: EvaluationDocument;
  readonly winner: Candidate;
  /** The champion of this moment, which may be another than the evaluation has met; null where there is none. */
  readonly championSha256: string | null;
  /** How the winner did where it is loaded for serving, or why it could not be loaded. */
  readonly serving: ServedWinner | { readonly failure: string };
}

export interface ServedWinner extends ServingCheck {
  /** Of the probabilities that the winner, loaded, gives to the test rows. */
  readonly predictionsSha256: string;
  /** Null where the winner is served as it was measured. */
  readonly refit: Refit | null;
}

export interface GateRule {
  readonly rule: string;
  /** A phrase after "expected". */
  expected(settings: GateSettings): string;
  judge(evidence: GateEvidence, settings: GateSettings): GateJudgement;
}

export interface GateJudgement {
  readonly passed: boolean;
  /** A phrase after "got". */
  readonly actual: string;
  /** A measured time, for people only: the decision about the same model keeps its bytes without it. */
  readonly measured?: string;
}
