import { escapeHtml } from '@churn/shared/platform/escape-html';
import { englishLabels } from './english-labels.ts';
import { pageData } from './page-data.ts';
import type { PageLanguage } from './page-language.ts';
import { portugueseLabels } from './portuguese-labels.ts';

const labels = { en: englishLabels, 'pt-BR': portugueseLabels };

/** The page in a language: each `{{name}}` of the template is a label, or what the page's code reads. */
export function renderPage(template: string, language: PageLanguage): string {
  const texts = new Map(Object.entries({ ...labels[language], data: JSON.stringify(pageData(language)) }));
  return template
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
      const text = texts.get(name);
      if (text === undefined) throw new Error(`expected a label for ${name} in ${language}, got none`);
      return escapeHtml(text);
    });
}
