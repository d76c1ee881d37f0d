import type { ContributionSummary, FeatureContributions } from '@churn/shared/artifacts/contribution-summary';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';

export function contributionsTable({ features }: ContributionSummary, language: Language): Table {
  const text = language.importance.contributions;
  const { columns } = text;
  return {
    kind: 'table',
    caption: text.caption,
    columns: [
      { title: columns.feature },
      { title: columns.low, numeric: true },
      { title: columns.middle, numeric: true },
      { title: columns.high, numeric: true },
      { title: columns.missing, numeric: true },
      { title: columns.categories },
    ],
    rows: features.map((feature) => rowOf(feature, language)),
  };
}

function rowOf(
  { feature, thirds, missing, categories }: FeatureContributions,
  { features, formats, page }: Language,
): string[] {
  const { decimal, setting } = formats;
  return [
    features.describe(feature),
    ...thirds.map((third) =>
      third === null
        ? '–'
        : `${decimal(third.contribution, 2)} (${page.range(setting(third.from), setting(third.to))})`,
    ),
    missing === null ? '–' : decimal(missing.contribution, 2),
    categories.map(({ name, contribution }) => `${name} ${decimal(contribution, 2)}`).join('; ') || '–',
  ];
}
