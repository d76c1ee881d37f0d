import { formats } from './formats.ts';

const { count, decimal, percent } = formats;

export const importance = {
  title: 'What the model looks at',
  intro:
    'How far each feature moves the predictions of the test customers, up or down, on average. Features that tell much the ' +
    'same share their influence, so a feature that is low here may still matter.',
  chart: {
    title: 'What moves predictions most',
    none: 'The model uses no feature.',
    summary: (v: { features: number; strongest: string; share: number; shown: number; shownShare: number }) =>
      `The strongest of ${count(v.features)} features is "${v.strongest}" with ${percent(v.share, 0)} of all ` +
      `influence; the ${count(v.shown)} shown here have ${percent(v.shownShare, 0)}.`,
    x: 'Mean absolute contribution to the log-odds',
    caption: (shown: number) => `The ${count(shown)} strongest features`,
    columns: { feature: 'Feature', meaning: 'What it tells', strength: 'Strength', share: 'Share' },
  },
  contributions: {
    title: 'Which values raise the risk, and which lower it (SHAP)',
    rows: (rows: number) =>
      `Contributions of the strongest features for ${count(rows)} test customers, drawn at random.`,
    summary: (v: { rows: number; feature: string; low: number; high: number }) =>
      `${count(v.rows)} test customers, drawn at random; right of zero a feature raises the risk. "${v.feature}" moves the log-odds by ` +
      `${decimal(v.low, 2)} on average where it is low (the lowest third) and by ${decimal(v.high, 2)} where it is high.`,
    summaryOfCategories: (v: {
      rows: number;
      feature: string;
      raising: { name: string; contribution: number };
      lowering: { name: string; contribution: number };
    }) =>
      `${count(v.rows)} test customers, drawn at random; right of zero a feature raises the risk. "${v.feature}" moves the log-odds by ` +
      `${decimal(v.raising.contribution, 2)} on average for ${v.raising.name} and by ${decimal(v.lowering.contribution, 2)} for ${v.lowering.name}.`,
    x: 'Contribution to the log-odds: lower risk, higher risk',
    lowest: 'low values',
    middle: 'middle values',
    highest: 'high values',
    unordered: 'categories, or no value',
    caption: 'Mean contribution by value, with the range of the values',
    columns: {
      feature: 'Feature',
      low: 'Lowest third',
      middle: 'Middle third',
      high: 'Highest third',
      missing: 'No value',
      categories: 'Categories',
    },
  },
};
