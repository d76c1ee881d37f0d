import { setImmediate as nextTurn } from 'node:timers/promises';

let last = Promise.resolve();

/**
 * Resolves in a turn of the event loop in which it does for nobody else: of many streams one line is answered, then other
 * requests are, and then the next line. With `setImmediate` alone, a turn would hold a line of each stream.
 */
export function turnOfItsOwn(): Promise<void> {
  last = last.then(() => nextTurn());
  return last;
}
