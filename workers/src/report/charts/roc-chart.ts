import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { otherCandidates } from './other-candidates.ts';
import { onShareAxes } from './share-axes.ts';
import { valueAt } from './value-at.ts';

const shownRates = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5];

/** Leavers found against stayers wrongly marked, over all thresholds. */
export function rocChart(winner: Candidate, others: readonly Candidate[], language: Language): Chart {
  const { curves, formats, names } = language;
  const { percent } = formats;
  const text = curves.roc;
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = winner.confusion;
  const operatingPoint = [
    falsePositives / (falsePositives + trueNegatives),
    truePositives / (truePositives + falseNegatives),
  ] as const;
  const { roc } = winner.curves;
  return {
    title: text.title,
    summary: text.summary({
      auc: winner.measures.rocAuc.value,
      atTenth: valueAt(roc, 0.1),
      found: operatingPoint[1],
      mistaken: operatingPoint[0],
    }),
    spec: onShareAxes(text.x, text.y, [
      lineLayer(
        [
          [0, 0],
          [1, 1],
        ],
        { colour: colours.muted, width: 1, dash: [4, 4] },
      ),
      ...others.map((other) => lineLayer(other.curves.roc, { colour: colours.muted, width: 1 })),
      lineLayer(roc, { colour: colours.main, width: 2.5 }),
      dotLayer([operatingPoint], colours.second),
    ]),
    key: [
      { label: names.families[winner.family], colour: colours.main, shape: 'line' },
      ...otherCandidates(others, language),
      { label: text.chance, colour: colours.muted, shape: 'dashes' },
      { label: curves.threshold, colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.x, numeric: true },
        { title: text.y, numeric: true },
      ],
      rows: shownRates.map((rate) => [percent(rate, 0), percent(valueAt(roc, rate))]),
    },
  };
}
