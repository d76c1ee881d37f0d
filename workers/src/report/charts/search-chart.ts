import type { SearchedHistory } from '@churn/shared/artifacts/search-history';
import { counted, decimal } from '../format-number.ts';
import { familyWords, sentenceCase } from '../plain-names.ts';
import type { Chart, Point } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';

/**
 * How the log loss went from trial to trial of one family. Only the first rung is drawn: what came out on later ones was
 * measured on other rows, and the two cannot be compared.
 */
export function searchChart({ family, rungs, trials, best }: SearchedHistory): Chart {
  /** On all folds: the last rung. */
  const lastScores = ({ scores }: SearchedHistory['trials'][number]) =>
    rungs.length === 1 ? undefined : scores[rungs.length - 1];
  const screened = trials.map(({ scores }, index) => [index + 1, scores[0]!.logLoss] as const);
  const wentOn = screened.filter((_, index) => lastScores(trials[index]!) !== undefined);
  const bestSoFar = lowestSoFar(screened);
  const winner = trials[best]!;
  return {
    title: `Search of ${familyWords(family)}`,
    summary:
      `${sentenceCase(familyWords(family))}: ${counted(trials.length, 'configuration')} screened, the best with a log loss of ` +
      `${decimal(bestSoFar.at(-1)?.[1] ?? null, 4)} (the first had ${decimal(screened[0]?.[1] ?? null, 4)}); ` +
      `${counted(wentOn.length, 'was', 'were')} judged on all folds, and trial ${best + 1} won there with ` +
      `${decimal(winner.scores.at(-1)!.logLoss, 4)}.`,
    spec: {
      ...chartSize,
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          scale: { domain: [0, trials.length + 1] },
          axis: { title: 'Trial', format: 'd', tickMinStep: 1 },
        },
        y: {
          field: 'y',
          type: 'quantitative',
          scale: { zero: false },
          axis: { title: 'Log loss while screening, lower is better' },
        },
      },
      layer: [
        lineLayer(bestSoFar, { colour: colours.main, width: 1.5, steps: 'after' }),
        dotLayer(screened, colours.main),
        dotLayer(wentOn, colours.second, 'diamond'),
        dotLayer([screened[best]!], colours.third, 'square'),
      ],
    },
    key: [
      { label: 'screened', colour: colours.main, shape: 'dot' },
      { label: 'best so far', colour: colours.main, shape: 'line' },
      { label: 'judged on all folds', colour: colours.second, shape: 'diamond' },
      { label: 'chosen', colour: colours.third, shape: 'square' },
    ],
    numbers: {
      kind: 'table',
      caption: `Trials of ${familyWords(family)}`,
      columns: [
        { title: 'Trial', numeric: true },
        { title: 'Log loss, screened', numeric: true },
        { title: 'Best so far', numeric: true },
        { title: 'Log loss, all folds', numeric: true },
        { title: 'ROC AUC, all folds', numeric: true },
      ],
      rows: trials.map((trial, index) => [
        String(index + 1),
        decimal(trial.scores[0]!.logLoss, 4),
        decimal(bestSoFar[index]![1], 4),
        decimal(lastScores(trial)?.logLoss ?? null, 4),
        decimal(lastScores(trial)?.rocAuc ?? null, 4),
      ]),
    },
  };
}

function lowestSoFar(points: readonly Point[]): readonly Point[] {
  let lowest = Number.POSITIVE_INFINITY;
  return points.map(([x, y]) => {
    lowest = Math.min(lowest, y);
    return [x, lowest];
  });
}
