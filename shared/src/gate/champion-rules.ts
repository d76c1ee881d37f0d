import type { ChampionComparison } from '../artifacts/evaluation-document.ts';
import type { GateEvidence, GateJudgement, GateRule } from './gate-rule.ts';
import type { GateSettings } from './gate-settings.ts';
import { intervalText } from './gate-text.ts';

/** Rules on the winner against the champion, on the same test rows. */
export const championRules: readonly GateRule[] = [
  {
    rule: 'compared-with-champion',
    expected: () => 'an evaluation that has met the champion of today (otherwise run churn evaluate again)',
    judge: ({ evaluation: { champion }, championSha256 }) => ({
      passed: (champion?.modelSha256 ?? null) === championSha256,
      actual: `an evaluation that has met ${modelText(champion?.modelSha256 ?? null)}; the champion is ${modelText(championSha256)}`,
    }),
  },
  {
    rule: 'champion-comparable',
    expected: ({ replaceIncomparable }) =>
      replaceIncomparable
        ? 'any champion, comparable or not (--replace-incomparable)'
        : 'a champion that can be scored on the test rows (or --replace-incomparable)',
    judge: ({ evaluation: { champion } }, { replaceIncomparable }) => {
      const reason = champion?.incomparable ?? null;
      return {
        passed: reason === null || replaceIncomparable,
        actual: champion === null ? 'no champion' : (reason ?? 'one that can'),
      };
    },
  },
  {
    rule: 'against-champion',
    /**
     * Both modes ask the lower bound of the paired interval, so the burden of proof is the challenger's: a test too small
     * to tell two models apart promotes nothing. `refresh` is a test of non-inferiority. Asking the difference itself
     * to stay above −margin would let noise through, and margins lost in refresh after refresh add up.
     */
    expected: (settings) => `the lower bound of ROC AUC minus the champion’s ${boundText(settings)}`,
    judge: ({ evaluation: { champion } }: GateEvidence, settings) => againstChampion(champion, settings),
  },
];

function againstChampion(champion: ChampionComparison | null, settings: GateSettings): GateJudgement {
  if (champion === null) return { passed: true, actual: 'no champion to be compared with' };
  // Promoted again, to be fitted again or no longer: nothing is to be proven.
  if (champion.isWinner) return { passed: true, actual: 'the champion itself' };
  const difference = champion.rocAucDifference;
  if (champion.incomparable !== null || difference === null) {
    return { passed: settings.replaceIncomparable, actual: 'no comparison' };
  }
  const lower = difference.lower ?? Number.NEGATIVE_INFINITY;
  return {
    passed: settings.mode === 'improvement' ? lower > 0 : lower >= -settings.refreshMargin,
    actual: intervalText(difference),
  };
}

function boundText({ mode, refreshMargin }: GateSettings): string {
  return mode === 'improvement'
    ? 'above 0 (--gate improvement)'
    : `at least ${-refreshMargin} (--gate refresh)`;
}

function modelText(modelSha256: string | null): string {
  return modelSha256 === null ? 'none' : `model ${modelSha256.slice(0, 12)}`;
}
