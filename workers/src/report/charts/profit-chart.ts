import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Chart } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { lineLayer } from './layers.ts';
import { stepAt } from './value-at.ts';

const shownThresholds = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7];

/** What contacting everyone at or above a threshold brings, by threshold. */
export function profitChart({ curves, threshold, measures }: Candidate, language: Language): Chart {
  const { decimal, money } = language.formats;
  const text = language.curves.profit;
  const profits = curves.profit.map(([, profit]) => profit);
  const [lowest, highest] = [Math.min(0, ...profits), Math.max(0, ...profits)];
  return {
    title: text.title,
    summary: text.summary({
      threshold,
      profit: measures.profitPerCustomer.value,
      everyone: stepAt(curves.profit, 0),
    }),
    spec: {
      ...chartSize,
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          scale: { domain: [0, 1] },
          axis: { title: text.x, format: '%' },
        },
        y: {
          field: 'y',
          type: 'quantitative',
          scale: { domain: [lowest, highest === lowest ? lowest + 1 : highest] },
          axis: { title: text.y },
        },
      },
      layer: [
        lineLayer(
          [
            [0, 0],
            [1, 0],
          ],
          { colour: colours.muted, width: 1, dash: [4, 4] },
        ),
        lineLayer(
          [
            [threshold, lowest],
            [threshold, highest],
          ],
          { colour: colours.second, width: 1.5, dash: [2, 2] },
        ),
        lineLayer(curves.profit, { colour: colours.main, width: 2.5, steps: 'before' }),
      ],
    },
    key: [
      { label: text.campaign, colour: colours.main, shape: 'line' },
      { label: language.curves.threshold, colour: colours.second, shape: 'dashes' },
      { label: text.nobody, colour: colours.muted, shape: 'dashes' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.columns.threshold, numeric: true },
        { title: text.columns.profit, numeric: true },
      ],
      rows: [...new Set([...shownThresholds, threshold])]
        .sort((a, b) => a - b)
        .map((at) => [
          decimal(at),
          // The curve is thinned; of the threshold the exact value is known.
          money(at === threshold ? measures.profitPerCustomer.value : stepAt(curves.profit, at)),
        ]),
    },
  };
}
