import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { DecisionDocument } from '@churn/shared/gate/decision-document';

/** What a rule of the gate was judged by. */
export interface GateFacts {
  readonly rule: DecisionDocument['decisions'][number];
  readonly settings: DecisionDocument['settings'];
  /** The champion when it was decided. */
  readonly championSha256: string | null;
  /** Null where the winner was not fitted again. */
  readonly refit: DecisionDocument['refit'];
  readonly evaluation: EvaluationDocument;
  readonly winner: Candidate;
  readonly churnShare: number;
}

export interface WordedRule {
  readonly expected: string;
  /** Undefined where the recorded phrase, in English, is to be taken. */
  readonly actual: string | undefined;
}
