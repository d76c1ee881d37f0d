import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { otherCandidates } from './other-candidates.ts';
import { onShareAxes } from './share-axes.ts';
import { stepAt } from './value-at.ts';

const shownRecalls = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * How many of the marked customers leave, the more of the leavers are marked. In steps, as the mean precision sums it: a
 * straight line between two points would promise too much (Davis, Goadrich 2006).
 */
export function precisionRecallChart(
  winner: Candidate,
  others: readonly Candidate[],
  churnShare: number,
  language: Language,
): Chart {
  const { curves, formats, names } = language;
  const { percent } = formats;
  const text = curves.precisionRecall;
  const { truePositives, falsePositives, falseNegatives } = winner.confusion;
  const marked = truePositives + falsePositives;
  const curve = winner.curves.precisionRecall;
  return {
    title: text.title,
    summary: text.summary({
      atHalf: stepAt(curve, 0.5),
      churnShare,
      prAuc: winner.measures.prAuc.value,
    }),
    spec: onShareAxes(text.x, text.y, [
      lineLayer(
        [
          [0, churnShare],
          [1, churnShare],
        ],
        { colour: colours.muted, width: 1, dash: [4, 4] },
      ),
      ...others.map((other) =>
        lineLayer(other.curves.precisionRecall, { colour: colours.muted, width: 1, steps: 'before' }),
      ),
      lineLayer(curve, { colour: colours.main, width: 2.5, steps: 'before' }),
      ...(marked === 0
        ? []
        : [
            dotLayer(
              [[truePositives / (truePositives + falseNegatives), truePositives / marked]],
              colours.second,
            ),
          ]),
    ]),
    key: [
      { label: names.families[winner.family], colour: colours.main, shape: 'line' },
      ...otherCandidates(others, language),
      { label: text.everyone, colour: colours.muted, shape: 'dashes' },
      { label: curves.threshold, colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.columns.recall, numeric: true },
        { title: text.columns.precision, numeric: true },
      ],
      rows: shownRecalls.map((recall) => [percent(recall, 0), percent(stepAt(curve, recall))]),
    },
  };
}
