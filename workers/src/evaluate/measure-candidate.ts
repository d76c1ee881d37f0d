import type { Candidate } from '@churn/shared/artifacts/candidate';
import { confusionAt } from '@churn/shared/metrics/confusion';
import { evaluationCurves } from '@churn/shared/metrics/evaluation-curves';
import type { DecisionSettings } from '@churn/shared/metrics/measure-groups';
import { measureInThread } from '@churn/shared/metrics/measure-in-thread';
import type { BootstrapSettings } from '@churn/shared/metrics/resample-rows';
import type { CandidateModel } from '../inputs/candidate-models.ts';

/** What the measures of all candidates have in common. */
export type Measuring = BootstrapSettings & Omit<DecisionSettings, 'threshold'>;

export interface PredictedCandidate extends CandidateModel {
  /** Of the test rows. */
  readonly probabilities: Float64Array;
}

/** A candidate with its measures and curves on the test rows; the intervals are drawn in a thread. */
export async function measureCandidate(
  { artifact, document, search, probabilities }: PredictedCandidate,
  labels: Uint8Array,
  measuring: Measuring,
  signal: AbortSignal,
): Promise<Candidate> {
  const { family, hyperparameters, calibration, threshold } = document;
  // These refuse what is no probability, before the thread does.
  const confusion = confusionAt(labels, probabilities, threshold);
  const curves = evaluationCurves(labels, probabilities, measuring.campaign);
  const settings = { ...measuring, threshold };
  return {
    modelSha256: artifact.sha256,
    family,
    hyperparameters,
    calibration: calibration.method,
    threshold,
    bytes: artifact.bytes,
    selection: search.selection,
    measures: await measureInThread({ labels, probabilities, settings }, signal),
    confusion,
    curves,
  };
}
