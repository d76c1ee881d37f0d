import type { ContributionSummary } from '@churn/shared/artifacts/contribution-summary';

/** Of a number whose high values raise the risk, and of a category. */
export function exampleContributions(): ContributionSummary {
  const third = (contribution: number, from: number) => ({ rows: 160, contribution, from, to: from + 30 });
  return {
    rows: 500,
    features: [
      {
        feature: 'days_since_last',
        bins: [-0.4, -0.2, 0, 0.2, 0.9].map((contribution, place) => ({
          contribution,
          rows: 20 + 80 * (4 - place),
          rank: place === 2 ? null : place / 4,
        })),
        thirds: [third(-0.31, 1), third(0.02, 31), third(0.42, 61)],
        missing: { rows: 20, contribution: 0.01 },
        categories: [],
      },
      {
        feature: 'region',
        bins: [
          { contribution: -0.1, rows: 300, rank: null },
          { contribution: 0.15, rows: 200, rank: null },
        ],
        thirds: [null, null, null],
        missing: null,
        categories: [
          { name: 'north', rows: 300, contribution: -0.1 },
          { name: 'south', rows: 200, contribution: 0.15 },
        ],
      },
    ],
  };
}
