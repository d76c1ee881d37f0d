import { Problem } from '../http/problem.ts';

export function requireNotDraining(draining: AbortSignal): void {
  if (!draining.aborted) return;
  throw new Problem('draining', 'expected to be asked elsewhere: this process finishes what it has');
}
