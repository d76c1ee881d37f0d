import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { DecisionDocument } from '@churn/shared/gate/decision-document';
import type { CandidateCost } from '@churn/shared/schema/candidate-cost';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** What `promote` said about the winner of this evaluation. */
export interface Promotion {
  readonly outcome: 'promoted' | 'already-champion' | 'refused';
  /** Why it was refused. */
  readonly reasons: readonly string[];
  /** Rule by rule; null where the gate was not asked, because the model was in service already. */
  readonly decision: Pick<
    DecisionDocument,
    'settings' | 'championSha256' | 'decisions' | 'refit' | 'refitChoice'
  > | null;
  /** What serves since, where that is not the model measured but one with its settings, fitted again on so many rows. */
  readonly refitted: { readonly modelSha256: string; readonly rows: number } | null;
}

/** Everything the report tells about, read and validated. */
export interface ReportInputs {
  readonly run: string;
  readonly evaluation: EvaluationDocument;
  readonly cleaning: CleaningReport;
  /** Of each family that was searched. */
  readonly searches: readonly SearchHistory[];
  /** Null where `promote` was not run, or was run for another evaluation. */
  readonly promotion: Promotion | null;
  /** Measured times of the candidates; none where the evaluation left none. */
  readonly costs: ReadonlyMap<ModelFamilyName, CandidateCost>;
  /** Files of the run with their hashes, from the delivered bytes to the evaluation. */
  readonly artifacts: readonly Artifact[];
}

export function failedRules({ decision }: Promotion): readonly DecisionDocument['decisions'][number][] {
  return decision?.decisions.filter(({ passed }) => !passed) ?? [];
}
