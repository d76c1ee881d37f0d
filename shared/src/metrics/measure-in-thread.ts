import { runInThread } from '../platform/run-in-thread.ts';
import type { MeasuredIntervals } from './measure-predictions.ts';
import type { PredictionsTask } from './measure-predictions-thread.ts';

const thread = new URL('./measure-predictions-thread.ts', import.meta.url);

/** `measurePredictions` in a thread of its own: half a second for some thousands of rows and 500 samples. */
export function measureInThread(
  task: PredictionsTask,
  signal: AbortSignal | undefined,
): Promise<MeasuredIntervals> {
  return runInThread(thread, task, signal);
}
