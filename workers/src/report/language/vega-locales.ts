import type { Config } from 'vega-lite';
import type { LanguageTag } from './language-tag.ts';

/** How the axes of charts write numbers. */
export const vegaLocales: Readonly<Record<LanguageTag, NonNullable<Config['locale']>>> = {
  en: { number: { decimal: '.', thousands: ',', grouping: [3], currency: ['$', ''] } },
  'pt-BR': { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['R$\u00a0', ''] } },
};
