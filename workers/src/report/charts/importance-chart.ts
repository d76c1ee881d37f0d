import { decimal, percent } from '../format-number.ts';
import { featureWords } from '../plain-names.ts';
import type { Chart } from './chart.ts';
import { chartSize, colours } from './chart-theme.ts';

interface Importance {
  readonly feature: string;
  readonly strength: number;
}

const shownFeatures = 15;
const barHeight = 11;
const lineHeight = 13;
/** Characters of a label that fit on a line. */
const lineLength = 54;

/** The features that move predictions most. Labels stand above the bars: sentences fit nowhere else on a phone. */
export function importanceChart(importance: readonly Importance[]): Chart {
  const shown = importance.slice(0, shownFeatures);
  const total = importance.reduce((sum, { strength }) => sum + strength, 0);
  let below = 0;
  const values = shown.map(({ feature, strength }) => {
    const label = inLines(featureWords(feature));
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
    title: 'What moves predictions most',
    summary: summaryOf(importance.length, shown, total),
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
              axis: { title: 'Mean absolute contribution to the log-odds', grid: false },
            },
            x2: { datum: 0 },
            y: { field: 'top', ...onPixels },
            y2: { field: 'bottom' },
          },
        },
        {
          data: { values: lines },
          mark: {
            type: 'text',
            align: 'left',
            baseline: 'bottom',
            fontSize: 11,
            color: colours.text,
            limit: 0,
          },
          encoding: { x: { value: 0 }, y: { field: 'bottom', ...onPixels }, text: { field: 'line' } },
        },
      ],
    },
    key: [],
    numbers: {
      kind: 'table',
      caption: `The ${shown.length} strongest features`,
      columns: [
        { title: 'Feature' },
        { title: 'What it tells' },
        { title: 'Strength', numeric: true },
        { title: 'Share', numeric: true },
      ],
      rows: shown.map(({ feature, strength }) => [
        [{ code: feature }],
        featureWords(feature),
        decimal(strength),
        percent(strength / total),
      ]),
    },
  };
}

function summaryOf(features: number, shown: readonly Importance[], total: number): string {
  const [first] = shown;
  if (first === undefined) return 'The model uses no feature.';
  const shownStrength = shown.reduce((sum, { strength }) => sum + strength, 0);
  return (
    `The strongest of ${features} features is "${featureWords(first.feature)}" with ${percent(first.strength / total, 0)} of all ` +
    `influence; the ${shown.length} shown here have ${percent(shownStrength / total, 0)}.`
  );
}

function inLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < lineLength)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
