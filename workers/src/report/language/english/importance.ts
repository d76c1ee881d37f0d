import { formats } from './formats.ts';

const { count, percent } = formats;

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
};
