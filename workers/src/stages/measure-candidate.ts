import type { Candidate } from '@churn/shared/artifacts/candidate';
import { confusionAt } from '@churn/shared/metrics/confusion';
import { evaluationCurves } from '@churn/shared/metrics/evaluation-curves';
import type { DecisionSettings } from '@churn/shared/metrics/measure-groups';
import { measurePredictions } from '@churn/shared/metrics/measure-predictions';
import type { BootstrapSettings } from '@churn/shared/metrics/resample-rows';
import type { CandidateModel } from './candidate-models.ts';

/** What the measures of all candidates have in common. */
export type Measuring = BootstrapSettings & Omit<DecisionSettings, 'threshold'>;

/** A candidate with its measures and curves on the test rows. */
export function measureCandidate(
  { artifact, document, search }: CandidateModel,
  labels: Uint8Array,
  probabilities: Float64Array,
  measuring: Measuring,
): Candidate {
  const { family, hyperparameters, calibration, threshold } = document;
  return {
    modelSha256: artifact.sha256,
    family,
    hyperparameters,
    calibration: calibration.method,
    threshold,
    bytes: artifact.bytes,
    selection: search.selection,
    measures: measurePredictions(labels, probabilities, { ...measuring, threshold }),
    confusion: confusionAt(labels, probabilities, threshold),
    curves: evaluationCurves(labels, probabilities, measuring.campaign),
  };
}
