import type { Request } from 'express';

export const pageLanguages = ['en', 'pt-BR'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The language asked for by `?lang=`, otherwise the one the browser prefers; any Portuguese is answered in Brazil's. */
export function pageLanguage(request: Request): PageLanguage {
  const asked = request.query.lang;
  const named = pageLanguages.find((language) => language === asked);
  if (named !== undefined) return named;
  const preferred = request.acceptsLanguages('en', 'pt-BR', 'pt');
  return preferred === 'pt-BR' || preferred === 'pt' ? 'pt-BR' : 'en';
}
