import type { ProcessSurroundings } from '../process-surroundings.ts';
import { flagText } from '../stage/flag-text.ts';

/** Whether a person reads the result: stdout is a terminal, and nobody has asked for JSON. */
export function isForPerson({ stdout }: ProcessSurroundings, json: unknown): boolean {
  return stdout.isTTY === true && flagText.safeParse(json).data !== true;
}
