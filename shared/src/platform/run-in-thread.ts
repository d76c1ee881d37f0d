import { parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Runs a module that calls `answerStarter` in a thread of its own. For long synchronous work: this thread keeps serving
 * timers (the heartbeat of a lock) and signals meanwhile. An abort ends the thread and rejects with the signal's reason.
 */
export async function runInThread<Input, Output>(
  module: URL,
  input: Input,
  signal: AbortSignal | undefined,
): Promise<Output> {
  signal?.throwIfAborted();
  const thread = new Worker(module, { workerData: input });
  const abort = () => thread.terminate();
  signal?.addEventListener('abort', abort);
  try {
    return await new Promise<Output>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) =>
        reject(
          signal?.reason ?? new Error(`expected ${module.pathname} to answer, it ended with code ${code}`),
        ),
      );
    });
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** In the thread: does the work on the input that the thread was started with, and sends the answer. */
export function answerStarter<Input, Output>(work: (input: Input) => Output): void {
  parentPort?.postMessage(work(workerData as Input));
}
