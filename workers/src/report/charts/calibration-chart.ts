import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import { shareInterval } from '../share-interval.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { onShareAxes } from './share-axes.ts';

/** Predicted probability against what happened, in bins of equal counts. */
export function calibrationChart({ curves, measures }: Candidate, language: Language): Chart {
  const { formats, page } = language;
  const { count, percent } = formats;
  const text = language.curves.calibration;
  const bins = curves.calibration.map((bin) => {
    const [lower, upper] = shareInterval(bin.observed, bin.rows);
    return { ...bin, lower, upper };
  });
  const off = bins.filter(({ predicted, lower, upper }) => predicted < lower || predicted > upper).length;
  const highest =
    Math.ceil(10 * Math.max(...bins.flatMap(({ predicted, upper }) => [predicted, upper]))) / 10;
  const points = bins.map(({ predicted, observed }) => [predicted, observed] as const);
  return {
    title: text.title,
    summary: text.summary({ off, groups: bins.length, error: measures.calibrationError.value }),
    spec: onShareAxes(
      text.x,
      text.y,
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
      { label: text.group, colour: colours.main, shape: 'dot' },
      { label: text.right, colour: colours.muted, shape: 'dashes' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.columns.predicted, numeric: true },
        { title: text.columns.observed, numeric: true },
        { title: page.interval, numeric: true },
        { title: text.columns.rows, numeric: true },
      ],
      rows: bins.map(({ predicted, observed, lower, upper, rows }) => [
        percent(predicted),
        percent(observed),
        page.range(percent(lower), percent(upper)),
        count(rows),
      ]),
    },
  };
}
