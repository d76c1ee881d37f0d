import type { SearchHistory } from '../artifacts/search-history.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { seededRandom } from '../platform/seeded-random.ts';

/** A configuration to try, and where it comes from. */
export type Proposal = Pick<SearchHistory['trials'][number], 'hyperparameters' | 'origin'>;

/**
 * What a search tries: the best of an earlier search first, where there is one, so that a single trial is that; then the
 * family's default, so that no search ends below it for want of luck; the rest is drawn at random. The same seed draws the same.
 */
export function proposeTrials(
  family: ModelFamily,
  fitRows: number,
  earlier: Hyperparameters | undefined,
  { trials, seed }: { readonly trials: number; readonly seed: number },
): readonly Proposal[] {
  const random = seededRandom(seed);
  const known: Proposal[] = [{ hyperparameters: family.defaultHyperparameters(fitRows), origin: 'default' }];
  if (earlier !== undefined && canonicalJson(earlier) !== canonicalJson(known[0]!.hyperparameters)) {
    known.unshift({ hyperparameters: earlier, origin: 'earlier' });
  }
  const drawn = Array.from(
    { length: Math.max(0, trials - known.length) },
    (): Proposal => ({
      hyperparameters: family.sampleHyperparameters(random, fitRows),
      origin: 'random',
    }),
  );
  return [...known, ...drawn].slice(0, trials);
}
