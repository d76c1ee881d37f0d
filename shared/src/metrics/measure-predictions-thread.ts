import { answerStarter } from '../platform/run-in-thread.ts';
import type { DecisionSettings } from './measure-groups.ts';
import { measurePredictions } from './measure-predictions.ts';
import type { BootstrapSettings } from './resample-rows.ts';

export interface PredictionsTask {
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly settings: DecisionSettings & BootstrapSettings;
}

answerStarter(({ labels, probabilities, settings }: PredictionsTask) =>
  measurePredictions(labels, probabilities, settings),
);
