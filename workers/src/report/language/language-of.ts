import { english } from './english.ts';
import type { Language } from './language.ts';
import type { LanguageTag } from './language-tag.ts';
import { portuguese } from './portuguese.ts';

const languages: Readonly<Record<LanguageTag, Language>> = { en: english, 'pt-BR': portuguese };

export function languageOf(tag: LanguageTag): Language {
  return languages[tag];
}
