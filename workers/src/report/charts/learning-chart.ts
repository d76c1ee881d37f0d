import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import type { Language } from '../language/language.ts';
import type { LearningCurves } from '../learning-curves.ts';
import type { Chart, Point } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { otherCandidates } from './other-candidates.ts';

/** Log loss of the chosen settings by the rows learned from: where it still falls at the end, more data would help. */
export function learningChart({ shown, others, stillFalls }: LearningCurves, language: Language): Chart {
  const { curves, formats, names } = language;
  const text = curves.learning;
  const curve = pointsOf(shown);
  const [half, whole] = [curve.at(-2)!, curve.at(-1)!];
  return {
    title: text.title,
    summary: text.summary({
      family: names.families[shown.family],
      rows: whole[0],
      logLoss: whole[1],
      fewerRows: half[0],
      fewerLogLoss: half[1],
      stillFalls,
    }),
    spec: {
      ...chartSize,
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          axis: { title: text.x, format: ',d' },
        },
        y: { field: 'y', type: 'quantitative', scale: { zero: false }, axis: { title: text.y } },
      },
      layer: [
        ...others.map((other) => lineLayer(pointsOf(other), { colour: colours.muted, width: 1 })),
        lineLayer(curve, { colour: colours.main, width: 2.5 }),
        dotLayer(curve, colours.main),
      ],
    },
    key: [
      { label: names.families[shown.family], colour: colours.main, shape: 'line' },
      ...otherCandidates(others, language),
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.columns.family },
        { title: text.columns.rows, numeric: true },
        { title: text.columns.logLoss, numeric: true },
      ],
      rows: [shown, ...others].flatMap(({ family, learningCurve }) =>
        learningCurve.map(({ rows, logLoss }) => [
          names.families[family],
          formats.count(rows),
          formats.decimal(logLoss, 4),
        ]),
      ),
    },
  };
}

function pointsOf({ learningCurve }: SearchHistory): readonly Point[] {
  return learningCurve.map(({ rows, logLoss }) => [rows, logLoss] as const);
}
