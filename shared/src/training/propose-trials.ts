import type { SearchHistory } from '../artifacts/search-history.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { type SeededRandom, seededRandom } from '../platform/seeded-random.ts';

/** A configuration to try, and where it comes from. */
export type Proposal = Pick<SearchHistory['trials'][number], 'hyperparameters' | 'origin'>;

/** Of one number more values than these find nothing better: neighbours differ by a factor of three to four. */
const mostOfOneNumber = 8;

/**
 * What a search tries: the best of an earlier search first, where there is one, so that a single trial is that; then the
 * family's default, the best guess for any table; the rest is drawn at random, one number evenly and in eight trials at most,
 * in an order that makes a search cut by time try weak and strong values alike. The same seed draws the same.
 */
export function proposeTrials(
  family: ModelFamily,
  fitRows: number,
  earlier: Hyperparameters | undefined,
  { trials, seed }: { readonly trials: number; readonly seed: number },
): readonly Proposal[] {
  const random = seededRandom(seed);
  const count = family.searchesOneNumber ? Math.min(trials, mostOfOneNumber) : trials;
  const known: Proposal[] = [{ hyperparameters: family.defaultHyperparameters(fitRows), origin: 'default' }];
  if (earlier !== undefined && canonicalJson(earlier) !== canonicalJson(known[0]!.hyperparameters)) {
    known.unshift({ hyperparameters: earlier, origin: 'earlier' });
  }
  const missing = Math.max(0, count - known.length);
  const drawn = Array.from({ length: missing }, (_, index): Proposal => {
    const stratum = family.searchesOneNumber ? withinStratum(random, index, missing) : random;
    return { hyperparameters: family.sampleHyperparameters(stratum, fitRows), origin: 'random' };
  });
  const inOrder = family.searchesOneNumber ? shuffled(drawn, random) : drawn;
  return [...known, ...inOrder].slice(0, count);
}

/** Draws uniform numbers from the given one of `count` equal parts of 0 to 1 (stratified sampling). */
function withinStratum(random: SeededRandom, index: number, count: number): SeededRandom {
  return { ...random, uniform: () => (index + random.uniform()) / count };
}

/** In a random order (Fisher, Yates). */
function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.integer(0, rest.length - 1), 1));
}
