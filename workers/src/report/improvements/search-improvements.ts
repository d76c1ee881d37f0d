import { hasTrials, type SearchedHistory } from '@churn/shared/artifacts/search-history';
import { learningCurves } from '../learning-curves.ts';
import type { ImprovementRule } from './improvement.ts';

const fewestTrials = 8;
/** Share of the range tried that counts as its edge. */
const edge = 0.05;

/** The best configuration lies where the range of tried values ends: beyond it may be a better one. */
export const widenTheSearch: ImprovementRule = ({ searches }, { winner }, { improvements, names }) => {
  const search = searches.filter(hasTrials).find(({ family }) => family === winner.family);
  const atEdge = search === undefined ? [] : settingsAtEdge(search);
  if (atEdge.length === 0) return undefined;
  const { what, why } = improvements.widenTheSearch;
  return { what: what(names.families[winner.family]), why: why(atEdge) };
};

/** The last trials still made it better: more may, too. */
export const searchLonger: ImprovementRule = ({ searches }, { winner }, { improvements }) => {
  const search = searches.filter(hasTrials).find(({ family }) => family === winner.family);
  if (search === undefined) return undefined;
  const { trials, best } = search;
  if (trials.length < fewestTrials || best < trials.length * 0.8) return undefined;
  const { what, why } = improvements.searchLonger;
  return { what, why: why(best + 1, trials.length) };
};

/** The last rows were worth something: as many more may be, too. */
export const learnFromMoreRows: ImprovementRule = ({ evaluation, searches }, _, { improvements }) => {
  const learning = learningCurves(evaluation.candidates, searches);
  if (learning === undefined || !learning.stillFalls) return undefined;
  const [fewer, all] = learning.shown.learningCurve.slice(-2);
  const { what, why } = improvements.learnFromMoreRows;
  return { what, why: why({ fewerRows: fewer!.rows, rows: all!.rows, gain: fewer!.logLoss - all!.logLoss }) };
};

interface SettingAtEdge {
  readonly name: string;
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
}

function settingsAtEdge({ trials, best }: SearchedHistory): SettingAtEdge[] {
  if (trials.length < fewestTrials) return [];
  return Object.entries(trials[best]!.hyperparameters).flatMap(([name, value]) => {
    const tried = trials.map(({ hyperparameters }) => hyperparameters[name]).filter(isNumber);
    const [lowest, highest] = [Math.min(...tried), Math.max(...tried)];
    if (!isNumber(value) || lowest === highest) return [];
    const place = (value - lowest) / (highest - lowest);
    return place > edge && place < 1 - edge ? [] : [{ name, value, lowest, highest }];
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
