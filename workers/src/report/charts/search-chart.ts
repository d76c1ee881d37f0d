import type { SearchedHistory } from '@churn/shared/artifacts/search-history';
import type { Language } from '../language/language.ts';
import type { Chart, Point } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';

/**
 * How the log loss went from trial to trial of one family. Only the first rung is drawn: what came out on later ones was
 * measured on other rows, and the two cannot be compared.
 */
export function searchChart({ family, rungs, trials, best }: SearchedHistory, language: Language): Chart {
  const { decimal } = language.formats;
  const text = language.choice.searchChart;
  const name = language.names.families[family];
  /** On all folds: the last rung. */
  const lastScores = ({ scores }: SearchedHistory['trials'][number]) =>
    rungs.length === 1 ? undefined : scores[rungs.length - 1];
  const screened = trials.map(({ scores }, index) => [index + 1, scores[0]!.logLoss] as const);
  const wentOn = screened.filter((_, index) => lastScores(trials[index]!) !== undefined);
  const bestSoFar = lowestSoFar(screened);
  const winner = trials[best]!;
  return {
    title: text.title(name),
    summary: text.summary({
      family: name,
      trials: trials.length,
      lowest: bestSoFar.at(-1)?.[1] ?? null,
      first: screened[0]?.[1] ?? null,
      confirmed: wentOn.length,
      best: best + 1,
      bestLogLoss: winner.scores.at(-1)!.logLoss,
    }),
    spec: {
      ...chartSize,
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          scale: { domain: [0, trials.length + 1] },
          axis: { title: text.x, format: 'd', tickMinStep: 1 },
        },
        y: {
          field: 'y',
          type: 'quantitative',
          scale: { zero: false },
          axis: { title: text.y },
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
      { label: text.screened, colour: colours.main, shape: 'dot' },
      { label: text.bestSoFar, colour: colours.main, shape: 'line' },
      { label: text.confirmed, colour: colours.second, shape: 'diamond' },
      { label: text.chosen, colour: colours.third, shape: 'square' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption(name),
      columns: [
        { title: text.columns.trial, numeric: true },
        { title: text.columns.screened, numeric: true },
        { title: text.columns.bestSoFar, numeric: true },
        { title: text.columns.logLoss, numeric: true },
        { title: text.columns.rocAuc, numeric: true },
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
