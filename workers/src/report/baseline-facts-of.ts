import type { Findings } from './findings.ts';
import type { BaselineFacts } from './language/baseline-facts.ts';
import type { Language } from './language/language.ts';

/** Undefined where no baseline was measured. */
export function baselineFactsOf(
  { strongestBaseline, winner }: Findings,
  { names }: Language,
): BaselineFacts | undefined {
  if (strongestBaseline === undefined) return undefined;
  const { value: auc, lower } = winner.measures.rocAuc;
  const { name, rocAuc: baselineAuc, rocAucGain: gain } = strongestBaseline;
  return { baseline: names.baseline(name), auc, lower, baselineAuc, gain };
}
