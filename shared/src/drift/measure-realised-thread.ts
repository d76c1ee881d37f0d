import type { BootstrapSettings } from '../metrics/resample-rows.ts';
import { answerStarter } from '../platform/run-in-thread.ts';
import { measureRealised } from './measure-realised.ts';

export interface RealisedTask {
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly settings: BootstrapSettings;
}

answerStarter(({ labels, probabilities, settings }: RealisedTask) =>
  measureRealised(labels, probabilities, settings),
);
