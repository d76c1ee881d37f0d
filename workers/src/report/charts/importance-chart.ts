import type { Language } from '../language/language.ts';
import type { Chart } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';
import { inLines } from './in-lines.ts';
import { labelLayer } from './layers.ts';

interface Importance {
  readonly feature: string;
  readonly strength: number;
}

const shownFeatures = 15;
const barHeight = 11;
const lineHeight = 13;

/** The features that move predictions most. Labels stand above the bars: sentences fit nowhere else on a phone. */
export function importanceChart(importance: readonly Importance[], language: Language): Chart {
  const { formats, features } = language;
  const { decimal, percent } = formats;
  const text = language.importance.chart;
  const shown = importance.slice(0, shownFeatures);
  const total = importance.reduce((sum, { strength }) => sum + strength, 0);
  let below = 0;
  const values = shown.map(({ feature, strength }) => {
    const label = inLines(features.describe(feature));
    const top = below + label.length * lineHeight + 4;
    below = top + barHeight + 6;
    return { strength, label, top, bottom: top + barHeight };
  });
  const lines = values.flatMap(({ label, top }) =>
    label.map((line, index) => ({ line, bottom: top - 3 - (label.length - 1 - index) * lineHeight })),
  );
  const height = below;
  const onPixels = { type: 'quantitative', scale: { domain: [height, 0] as number[] }, axis: null } as const;
  return {
    title: text.title,
    summary: summaryOf(importance.length, shown, total, language),
    spec: {
      width: chartSize.width + 40,
      height,
      padding: { left: 10, top: 4, right: 16, bottom: 42 },
      layer: [
        {
          data: { values },
          mark: { type: 'rect', color: colours.main },
          encoding: {
            x: {
              field: 'strength',
              type: 'quantitative',
              axis: { title: text.x, grid: false },
            },
            x2: { datum: 0 },
            y: { field: 'top', ...onPixels },
            y2: { field: 'bottom' },
          },
        },
        labelLayer(lines, onPixels),
      ],
    },
    key: [],
    numbers: {
      kind: 'table',
      caption: text.caption(shown.length),
      columns: [
        { title: text.columns.feature },
        { title: text.columns.meaning },
        { title: text.columns.strength, numeric: true },
        { title: text.columns.share, numeric: true },
      ],
      rows: shown.map(({ feature, strength }) => [
        [{ code: feature }],
        features.describe(feature),
        decimal(strength),
        percent(strength / total),
      ]),
    },
  };
}

function summaryOf(
  all: number,
  shown: readonly Importance[],
  total: number,
  { features, importance: { chart } }: Language,
): string {
  const [first] = shown;
  if (first === undefined) return chart.none;
  const shownStrength = shown.reduce((sum, { strength }) => sum + strength, 0);
  return chart.summary({
    features: all,
    strongest: features.describe(first.feature),
    share: first.strength / total,
    shown: shown.length,
    shownShare: shownStrength / total,
  });
}
