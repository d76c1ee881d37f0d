import type { RegistryState } from './registry-state.ts';

/**
 * The model to go back to: what the present champion took over from when it was promoted, or else by any other change. Going
 * back twice therefore goes two steps back, and not forth again to the model that was left. A promotion in its own place,
 * after its folder was lost, took over from nobody. Null where nothing was before.
 */
export function previousChampion({ champion, journal }: RegistryState): string | null {
  if (champion === undefined) return null;
  const { modelSha256 } = champion;
  const takeovers = journal.filter(({ from, to }) => to === modelSha256 && from !== modelSha256);
  const takeover = takeovers.findLast(({ action }) => action === 'promote') ?? takeovers.at(-1);
  return takeover?.from ?? null;
}
