import { featureGroups } from '@churn/shared/features/feature-groups';
import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';

/** What the model is given to look at: groups first, every feature to unfold. */
export function featuresSection({ evaluation }: ReportInputs, { features, formats }: Language): Section {
  const { featureNames } = evaluation.dataset;
  const groups = featureGroups.map((group, index) => ({
    ...features.groups[index]!,
    features: group.features.filter(({ name }) => featureNames.includes(name)).length,
  }));
  return {
    id: 'features',
    title: features.title,
    blocks: [
      paragraph(features.intro(featureNames.length)),
      {
        kind: 'table',
        caption: features.groupsCaption,
        columns: [
          { title: features.groupColumns.group },
          { title: features.groupColumns.question },
          { title: features.groupColumns.features, numeric: true },
        ],
        rows: groups
          .filter((group) => group.features > 0)
          .map((group) => [group.title, group.question, formats.count(group.features)]),
      },
      {
        kind: 'unfolded',
        table: {
          kind: 'table',
          caption: features.listCaption,
          columns: [
            { title: features.listColumns.feature },
            { title: features.listColumns.meaning },
            { title: features.listColumns.unit },
          ],
          rows: featureNames.map((name) => [[{ code: name }], features.describe(name), features.unit(name)]),
        },
      },
    ],
  };
}
