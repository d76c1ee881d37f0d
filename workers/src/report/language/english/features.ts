import { featureGroups } from '@churn/shared/features/feature-groups';
import { featureList } from '@churn/shared/features/feature-list';
import { visibleText } from '@churn/shared/platform/visible-text';
import { formats } from './formats.ts';

const { count } = formats;
const descriptions = new Map(featureList.map(({ name, description }) => [name, description]));
const units = new Map(featureList.map(({ name, unit }) => [name, unit as string]));

export const features = {
  /** What a feature tells, as the feature list says it; its name where the list does not know it. */
  describe: (name: string) => descriptions.get(name) ?? visibleText(name),
  unit: (name: string) => units.get(name) ?? '–',
  groups: featureGroups.map(({ title, question }) => ({ title, question })),
  title: 'The features',
  intro: (total: number) =>
    `${count(total)} features describe each customer as of a date, from what was known before it. Each is declared once and computed by the ` +
    'same rules for training, for scoring and in the API. A feature without a value (no transaction to measure, say) is missing, not zero.',
  groupsCaption: 'Features by group',
  groupColumns: { group: 'Group', question: 'The question it answers', features: 'Features' },
  listCaption: 'All features',
  listColumns: { feature: 'Feature', meaning: 'What it tells', unit: 'Unit' },
};
