import type { RegistryState } from './registry-state.ts';

/**
 * The model to go back to: what the present champion took over from when it was promoted. Going back twice therefore
 * goes two steps back, and not forth again to the model that was left. Null where nothing was before.
 */
export function previousChampion({ champion, journal }: RegistryState): string | null {
  if (champion === undefined) return null;
  const promotion = journal.findLast(({ action, to }) => action === 'promote' && to === champion.modelSha256);
  return promotion === undefined ? champion.previousModelSha256 : promotion.from;
}
