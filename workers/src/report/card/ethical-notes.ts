import type { Language } from '../language/language.ts';
import { personalFeatures } from '../personal-features.ts';

/** What people have to decide before they let a model choose among customers. */
export function ethicalNotes(featureNames: readonly string[], { card, features }: Language): string[] {
  const personal = featureNames.filter((name) => personalFeatures.includes(name));
  return [
    personal.length === 0 ? card.noPersonal : card.personal(personal.map(features.describe)),
    card.compareGroups,
    card.stakes,
    card.reasons,
    card.privacy,
  ];
}
