import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { decimal, percent } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { otherCandidates } from './roc-chart.ts';
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
): Chart {
  const { truePositives, falsePositives, falseNegatives } = winner.confusion;
  const marked = truePositives + falsePositives;
  const curve = winner.curves.precisionRecall;
  return {
    title: 'Precision against leavers found',
    summary:
      `Marking the riskiest customers until half of all leavers are among them, ${percent(stepAt(curve, 0.5), 0)} of the marked ` +
      `customers leave; among all customers it is ${percent(churnShare, 0)}. The mean precision (PR AUC) is ` +
      `${decimal(winner.measures.prAuc.value)}.`,
    spec: onShareAxes('Leavers marked (recall)', 'Marked who leave (precision)', [
      lineLayer(
        [
          [0, churnShare],
          [1, churnShare],
        ],
        { colour: colours.muted, width: 1, dash: [4, 4] },
      ),
      ...others.map(({ curves }) =>
        lineLayer(curves.precisionRecall, { colour: colours.muted, width: 1, steps: 'before' }),
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
      { label: familyWords(winner.family), colour: colours.main, shape: 'line' },
      ...otherCandidates(others),
      { label: 'share of all who leave', colour: colours.muted, shape: 'dashes' },
      { label: 'threshold of the model', colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: 'Points of the precision curve',
      columns: [
        { title: 'Leavers marked', numeric: true },
        { title: 'Marked who leave', numeric: true },
      ],
      rows: shownRecalls.map((recall) => [percent(recall, 0), percent(stepAt(curve, recall))]),
    },
  };
}
