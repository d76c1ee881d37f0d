import { ChurnError, exitCodes } from '@churn/shared/platform/churn-error';

const graceMs = 5_000;

/** The error of a stage that a signal has stopped (exit 143). */
export function terminated(): ChurnError {
  return new ChurnError(
    'terminated',
    exitCodes.terminated,
    'stopped by a signal before the stage had finished',
  );
}

/**
 * The outcome of the work. Rejects with `terminated` where the signal aborts: once the work has ended, or after five seconds. A
 * stage's locks and temporary files are cleaned by its own `finally` blocks once it notices the signal.
 */
export async function untilTerminated<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () => {
      const error = terminated();
      const timer = setTimeout(() => reject(error), graceMs);
      work
        .finally(() => {
          clearTimeout(timer);
          reject(error);
        })
        .catch(() => undefined);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  return Promise.race([work, stopped]);
}
