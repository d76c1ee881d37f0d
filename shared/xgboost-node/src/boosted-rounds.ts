import { call, type Handle } from './native-library.ts';
import type { RoundOptions } from './prediction.ts';
import { XGBoostError } from './xgboost-error.ts';

export function boostedRounds(booster: Handle): number {
  const out = [0];
  call('XGBoosterBoostedRounds', booster, out);
  return Number(out[0]);
}

/** The library looks a round up beyond the end of its list, and narrows what does not fit 32 bits. */
export function requireRounds(
  booster: Handle,
  { iterationRange: [begin, end] = [0, 0] }: RoundOptions,
): void {
  if (begin === 0 && end === 0) return;
  const rounds = boostedRounds(booster);
  if (begin <= rounds && end <= rounds) return;
  throw new XGBoostError(`expected a range within ${rounds} rounds, got ${begin} to ${end}`);
}

/** A booster of the rounds from `begin` up to before `end` (0: to the last), every `step`-th. */
export function sliceRounds(booster: Handle, begin: number, end: number, step: number): Handle {
  const rounds = boostedRounds(booster);
  if (
    ![begin, end, step].every(Number.isInteger) ||
    begin < 0 ||
    step < 1 ||
    Math.max(begin, end) > rounds ||
    step > 2 ** 31 - 1
  ) {
    throw new XGBoostError(`expected rounds within 0 to ${rounds}, got ${begin} to ${end} by ${step}`);
  }
  const out: [Handle] = [null];
  call('XGBoosterSlice', booster, begin, end, step, out);
  return out[0];
}
