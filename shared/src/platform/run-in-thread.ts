import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

/** Threads that have answered, by module: a start, with its modules and cold code, costs more than many a work. */
const idle = new Map<string, Worker[]>();

/**
 * Runs the work of a module that calls `answerStarter` in a thread of its own. For long synchronous work: this thread keeps
 * serving timers (the heartbeat of a lock) and signals meanwhile. An abort ends the thread and rejects with the signal's
 * reason. A thread that has answered waits for the next work of its module, and keeps no process alive; but until the process
 * ends it keeps its heap, and may keep its last input with it: of each module as many as ever worked at once.
 */
export async function runInThread<Input, Output>(
  module: URL,
  input: Input,
  signal: AbortSignal | undefined,
): Promise<Output> {
  signal?.throwIfAborted();
  const thread = idle.get(module.href)?.pop() ?? new Worker(module);
  const abort = () => thread.terminate();
  signal?.addEventListener('abort', abort);
  try {
    thread.ref();
    thread.postMessage(input);
    const answer = await answerOf<Output>(thread, module, signal);
    thread.unref();
    idle.set(module.href, [...(idle.get(module.href) ?? []), thread]);
    return answer;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function answerOf<Output>(
  thread: Worker,
  module: URL,
  signal: AbortSignal | undefined,
): Promise<Output> {
  const settled = new AbortController();
  const next = (event: string) => once(thread, event, { signal: settled.signal });
  try {
    // `once` rejects where the thread has an error.
    return await Promise.race([
      next('message').then(([answer]) => answer as Output),
      next('exit').then(([code]) => {
        throw (
          signal?.reason ?? new Error(`expected ${module.pathname} to answer, it ended with code ${code}`)
        );
      }),
    ]);
  } finally {
    settled.abort();
  }
}

/** In the thread: does the work on each input that the starter sends, and sends the answer. */
export function answerStarter<Input, Output>(work: (input: Input) => Output): void {
  parentPort?.on('message', (input: Input) => parentPort?.postMessage(work(input)));
}
