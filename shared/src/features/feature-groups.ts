import type { FeatureDeclaration } from './feature-declaration.ts';
import { profileFeatures } from './profile-features.ts';
import { rhythmFeatures } from './rhythm-features.ts';
import { seasonFeatures } from './season-features.ts';
import { serviceFeatures } from './service-features.ts';
import { trendFeatures } from './trend-features.ts';
import { windowFeatures } from './window-features.ts';

export interface FeatureGroup {
  readonly title: string;
  /** The question that its features answer. */
  readonly question: string;
  readonly features: readonly FeatureDeclaration[];
}

/** The features in the order of the list. A feature that is added to a group is in the SQL, the API, the documents and the models. */
export const featureGroups: readonly FeatureGroup[] = [
  { title: 'Profile', question: 'Who is the customer?', features: profileFeatures },
  { title: 'Windows', question: 'How much happened lately, and so far?', features: windowFeatures },
  {
    title: 'Rhythm',
    question: 'How regularly does the customer come, and is the present silence long for this customer?',
    features: rhythmFeatures,
  },
  { title: 'Trends', question: 'Does the customer do more or less than before?', features: trendFeatures },
  { title: 'Services', question: 'What is used, and how mixed?', features: serviceFeatures },
  {
    title: 'Seasons',
    question: 'What is usual for this customer at this time of the year and of the week?',
    features: seasonFeatures,
  },
];
