import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { decimal, money } from '../format-number.ts';
import type { Chart } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { lineLayer } from './layers.ts';
import { stepAt } from './value-at.ts';

const shownThresholds = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7];

/** What contacting everyone at or above a threshold brings, by threshold. */
export function profitChart({ curves, threshold, measures }: Candidate): Chart {
  const profits = curves.profit.map(([, profit]) => profit);
  const [lowest, highest] = [Math.min(0, ...profits), Math.max(0, ...profits)];
  return {
    title: 'Expected profit by threshold',
    summary:
      `At the model's threshold of ${decimal(threshold)} the campaign is expected to bring ` +
      `${money(measures.profitPerCustomer.value)} a customer; contacting everyone would bring ` +
      `${money(stepAt(curves.profit, 0))}, contacting nobody 0.`,
    spec: {
      ...chartSize,
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          scale: { domain: [0, 1] },
          axis: { title: 'Threshold: contact from this probability', format: '%' },
        },
        y: {
          field: 'y',
          type: 'quantitative',
          scale: { domain: [lowest, highest === lowest ? lowest + 1 : highest] },
          axis: { title: 'Profit a customer, currency units' },
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
      { label: 'profit of the campaign', colour: colours.main, shape: 'line' },
      { label: 'threshold of the model', colour: colours.second, shape: 'dashes' },
      { label: 'contact nobody', colour: colours.muted, shape: 'dashes' },
    ],
    numbers: {
      kind: 'table',
      caption: 'Expected profit a customer by threshold',
      columns: [
        { title: 'Threshold', numeric: true },
        { title: 'Profit a customer', numeric: true },
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
