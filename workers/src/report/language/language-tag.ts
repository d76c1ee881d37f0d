/** Languages of the report, as BCP 47 tags. */
export const languageTags = ['en', 'pt-BR'] as const;
export type LanguageTag = (typeof languageTags)[number];
