import { featureList } from '@churn/shared/features/feature-list';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import { visibleText } from './visible-text.ts';

/** `gradient boosting`. */
export function familyWords(family: ModelFamilyName): string {
  return family.replaceAll('-', ' ');
}

const descriptions = new Map(featureList.map(({ name, description }) => [name, description]));

/** What a feature tells, as the feature list says it; its name where the list does not know it. */
export function featureWords(name: string): string {
  return descriptions.get(name) ?? visibleText(name);
}

/** Capital letter at the beginning of a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
