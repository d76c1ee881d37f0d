import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { Model } from '../models/model.ts';

const warmUps = 200;
const measurements = 400;
/** A slow model is known as such after fewer calls. */
const longestMs = 1_000;
const fewestMeasurements = 20;

/** Milliseconds to score one customer, as the API does for a request: measured, so not for what must have equal bytes. */
export interface Latency {
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Scores the rows one at a time, round and round, first unmeasured until the code is compiled; `elapsedMs` is the clock. */
export function measureLatency(
  model: Model,
  rows: readonly FeatureMatrix[],
  elapsedMs: () => number,
): Latency {
  const once = (index: number) => {
    const startedAt = elapsedMs();
    model.predictProbability(rows[index % rows.length]!);
    return elapsedMs() - startedAt;
  };
  repeat(warmUps, once, elapsedMs);
  const durations = repeat(measurements, once, elapsedMs).sort((a, b) => a - b);
  const at = (share: number) => durations[Math.floor(share * (durations.length - 1))]!;
  return { medianMs: at(0.5), p99Ms: at(0.99) };
}

function repeat(most: number, once: (index: number) => number, elapsedMs: () => number): number[] {
  const startedAt = elapsedMs();
  const durations: number[] = [];
  while (
    durations.length < most &&
    (durations.length < fewestMeasurements || elapsedMs() - startedAt < longestMs)
  ) {
    durations.push(once(durations.length));
  }
  return durations;
}
