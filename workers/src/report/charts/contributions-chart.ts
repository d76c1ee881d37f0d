import type { ContributionSummary, FeatureContributions } from '@churn/shared/artifacts/contribution-summary';
import type { Language } from '../language/language.ts';
import { contributionsTable } from '../tables/contributions-table.ts';
import type { Chart } from './chart.ts';
import { chartSize, colours, valueColours } from './chart-theme.ts';
import { inLines } from './in-lines.ts';
import { labelLayer } from './layers.ts';

const lineHeight = 13;
const stripHeight = 22;
const gap = 8;

/**
 * One strip a feature: where the contributions of the test customers lie, how many at each place (height), and which values
 * of the feature these are (colour). Labels stand above the strips: sentences fit nowhere else on a phone.
 */
export function contributionsChart(summary: ContributionSummary, language: Language): Chart {
  const text = language.importance.contributions;
  let below = 0;
  const strips = summary.features.map((feature) => {
    const label = inLines(language.features.describe(feature.feature));
    const top = below + label.length * lineHeight;
    below = top + stripHeight + gap;
    return { feature, label, top };
  });
  const marks = strips.flatMap(({ feature, top }) => marksOf(feature, top + stripHeight / 2));
  const lines = strips.flatMap(({ label, top }) =>
    label.map((line, index) => ({ line, bottom: top - 2 - (label.length - 1 - index) * lineHeight })),
  );
  const onPixels = { type: 'quantitative', scale: { domain: [below, 0] as number[] }, axis: null } as const;
  return {
    title: text.title,
    summary: summaryOf(summary, language),
    spec: {
      width: chartSize.width + 40,
      height: below,
      padding: { left: 10, top: 4, right: 16, bottom: 42 },
      layer: [
        {
          data: { values: strips.map(({ top }) => ({ zero: 0, top, bottom: top + stripHeight })) },
          mark: { type: 'rule', color: 'var(--axis)' },
          encoding: {
            x: { field: 'zero', type: 'quantitative' },
            y: { field: 'top', ...onPixels },
            y2: { field: 'bottom' },
          },
        },
        {
          data: { values: marks },
          mark: { type: 'rule', strokeWidth: 4.5 },
          encoding: {
            x: { field: 'x', type: 'quantitative', axis: { title: text.x, grid: false } },
            y: { field: 'top', ...onPixels },
            y2: { field: 'bottom' },
            color: { field: 'colour', type: 'nominal', scale: null, legend: null },
          },
        },
        labelLayer(lines, onPixels),
      ],
    },
    key: [
      { label: text.lowest, colour: valueColours[0]!, shape: 'square' },
      { label: text.middle, colour: valueColours[2]!, shape: 'square' },
      { label: text.highest, colour: valueColours[4]!, shape: 'square' },
      { label: text.unordered, colour: colours.third, shape: 'square' },
    ],
    numbers: contributionsTable(summary, language),
  };
}

/** A bar at each place, as high as the root of its rows: few customers far out must stay visible. */
function marksOf({ bins }: FeatureContributions, middle: number) {
  const most = Math.max(...bins.map(({ rows }) => rows));
  return bins.map(({ contribution, rows, rank }) => {
    const half = Math.max(1.5, (stripHeight / 2) * Math.sqrt(rows / most));
    const colour = rank === null ? colours.third : valueColours[Math.min(4, Math.floor(5 * rank))]!;
    return { x: contribution, top: middle - half, bottom: middle + half, colour };
  });
}

function summaryOf({ rows, features }: ContributionSummary, language: Language): string {
  const text = language.importance.contributions;
  const [first] = features;
  if (first === undefined) return language.importance.chart.none;
  const feature = language.features.describe(first.feature);
  const [low, , high] = first.thirds;
  if (low !== null && high !== null) {
    return text.summary({ rows, feature, low: low.contribution, high: high.contribution });
  }
  const ordered = [...first.categories].sort((a, b) => b.contribution - a.contribution);
  return ordered.length < 2
    ? text.rows(rows)
    : text.summaryOfCategories({ rows, feature, raising: ordered[0]!, lowering: ordered.at(-1)! });
}
