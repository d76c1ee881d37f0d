import { hasTrials, type SearchedHistory } from '@churn/shared/artifacts/search-history';
import { setting } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { ImprovementRule } from './improvement.ts';

const fewestTrials = 8;
/** Share of the range tried that counts as its edge. */
const edge = 0.05;

/** The best configuration lies where the range of tried values ends: beyond it may be a better one. */
export const widenTheSearch: ImprovementRule = ({ searches }, { winner }) => {
  const search = searches.filter(hasTrials).find(({ family }) => family === winner.family);
  const atEdge = search === undefined ? [] : settingsAtEdge(search);
  return atEdge.length === 0
    ? undefined
    : {
        what: `Search ${familyWords(winner.family)} in a wider range, or with more configurations (churn train --trials).`,
        why: `The best configuration lies at the end of what was tried: ${atEdge.join(', ')}.`,
      };
};

/** The last trials still made it better: more may, too. */
export const searchLonger: ImprovementRule = ({ searches }, { winner }) => {
  const search = searches.filter(hasTrials).find(({ family }) => family === winner.family);
  if (search === undefined) return undefined;
  const { trials, best } = search;
  const late = trials.length >= fewestTrials && best >= trials.length * 0.8;
  return late
    ? {
        what: 'Try more configurations (churn train --trials).',
        why: `Trial ${best + 1} of ${trials.length} was the best one: the search had not settled.`,
      }
    : undefined;
};

function settingsAtEdge({ trials, best }: SearchedHistory): string[] {
  if (trials.length < fewestTrials) return [];
  return Object.entries(trials[best]!.hyperparameters).flatMap(([name, value]) => {
    const tried = trials.map(({ hyperparameters }) => hyperparameters[name]).filter(isNumber);
    const [lowest, highest] = [Math.min(...tried), Math.max(...tried)];
    if (!isNumber(value) || lowest === highest) return [];
    const place = (value - lowest) / (highest - lowest);
    if (place > edge && place < 1 - edge) return [];
    return [`${name} ${setting(value)} (tried ${setting(lowest)} to ${setting(highest)})`];
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
