import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { decimal, percent } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { Chart, KeyEntry } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { onShareAxes } from './share-axes.ts';
import { valueAt } from './value-at.ts';

const shownRates = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5];

/** Leavers found against stayers wrongly marked, over all thresholds. */
export function rocChart(winner: Candidate, others: readonly Candidate[]): Chart {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = winner.confusion;
  const operatingPoint = [
    falsePositives / (falsePositives + trueNegatives),
    truePositives / (truePositives + falseNegatives),
  ] as const;
  const { roc } = winner.curves;
  return {
    title: 'Leavers found against false alarms (ROC)',
    summary:
      `The area under the curve is ${decimal(winner.measures.rocAuc.value)}; chance has 0.5. When 10 % of the customers ` +
      `who stay are marked by mistake, ${percent(valueAt(roc, 0.1), 0)} of those who leave are marked; at the model's threshold ` +
      `it is ${percent(operatingPoint[1], 0)} for ${percent(operatingPoint[0], 0)}.`,
    spec: onShareAxes('Stayers marked by mistake', 'Leavers marked', [
      lineLayer(
        [
          [0, 0],
          [1, 1],
        ],
        { colour: colours.muted, width: 1, dash: [4, 4] },
      ),
      ...others.map(({ curves }) => lineLayer(curves.roc, { colour: colours.muted, width: 1 })),
      lineLayer(roc, { colour: colours.main, width: 2.5 }),
      dotLayer([operatingPoint], colours.second),
    ]),
    key: [
      { label: familyWords(winner.family), colour: colours.main, shape: 'line' },
      ...otherCandidates(others),
      { label: 'chance', colour: colours.muted, shape: 'dashes' },
      { label: 'threshold of the model', colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: 'Points of the ROC curve',
      columns: [
        { title: 'Stayers marked by mistake', numeric: true },
        { title: 'Leavers marked', numeric: true },
      ],
      rows: shownRates.map((rate) => [percent(rate, 0), percent(valueAt(roc, rate))]),
    },
  };
}

/** Key of the thin lines, where there are any. */
export function otherCandidates(others: readonly Candidate[]): KeyEntry[] {
  return others.length === 0 ? [] : [{ label: 'other candidates', colour: colours.muted, shape: 'line' }];
}
