import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { count, percent } from '../format-number.ts';
import { shareInterval } from '../share-interval.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { onShareAxes } from './share-axes.ts';

/** Predicted probability against what happened, in bins of equal counts. */
export function calibrationChart({ curves, measures }: Candidate): Chart {
  const bins = curves.calibration.map((bin) => {
    const [lower, upper] = shareInterval(bin.observed, bin.rows);
    return { ...bin, lower, upper };
  });
  const off = bins.filter(({ predicted, lower, upper }) => predicted < lower || predicted > upper).length;
  const highest =
    Math.ceil(10 * Math.max(...bins.flatMap(({ predicted, upper }) => [predicted, upper]))) / 10;
  const points = bins.map(({ predicted, observed }) => [predicted, observed] as const);
  return {
    title: 'Predicted against observed churn (calibration)',
    summary:
      `In ${off === 0 ? 'none' : count(off)} of ${count(bins.length)} groups of customers with similar probabilities the predicted ` +
      'share lies outside the interval of the observed one. On average the two differ by ' +
      `${percent(measures.calibrationError.value)}.`,
    spec: onShareAxes(
      'Predicted probability',
      'Share that left',
      [
        lineLayer(
          [
            [0, 0],
            [highest, highest],
          ],
          { colour: colours.muted, width: 1, dash: [4, 4] },
        ),
        {
          data: { values: bins.map(({ predicted, lower, upper }) => ({ x: predicted, y: lower, upper })) },
          mark: { type: 'rule', color: colours.main, strokeWidth: 1.5 },
          encoding: { y2: { field: 'upper' } },
        },
        lineLayer(points, { colour: colours.main, width: 1 }),
        dotLayer(points, colours.main),
      ],
      highest,
    ),
    key: [
      { label: 'a tenth of the customers, with 95 % interval', colour: colours.main, shape: 'dot' },
      { label: 'predicted = observed', colour: colours.muted, shape: 'dashes' },
    ],
    numbers: {
      kind: 'table',
      caption: 'Predicted and observed share by group',
      columns: [
        { title: 'Predicted', numeric: true },
        { title: 'Observed', numeric: true },
        { title: '95 % interval', numeric: true },
        { title: 'Customers', numeric: true },
      ],
      rows: bins.map(({ predicted, observed, lower, upper, rows }) => [
        percent(predicted),
        percent(observed),
        `${percent(lower)} to ${percent(upper)}`,
        count(rows),
      ]),
    },
  };
}
