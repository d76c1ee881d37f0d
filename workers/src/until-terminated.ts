import { ChurnError, exitCodes } from '@churn/shared/platform/churn-error';

/** A stage's locks and temporary files are cleaned by its own `finally` blocks once it notices the signal. */
export async function untilTerminated<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const graceMs = 5_000;
  const terminated = new Promise<never>((_resolve, reject) => {
    const stop = () => {
      const error = new ChurnError(
        'terminated',
        exitCodes.terminated,
        'stopped by a signal before the stage had finished',
      );
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
  terminated.catch(() => undefined);
  return Promise.race([work, terminated]);
}
