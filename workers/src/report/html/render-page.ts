import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Language } from '../language/language.ts';
import { pageStyle } from './page-style.ts';

/** Nothing is loaded and nothing runs, whatever a name in the data says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface PageSection {
  /** Unique on the page; the target of links. */
  readonly id: string;
  readonly title: string;
  /** Its content, escaped. */
  readonly html: string;
}

/** Sections as one page that needs nothing else, with links to each. */
export function renderPage(
  title: string,
  subtitle: string,
  sections: readonly PageSection[],
  { tag, page }: Language,
): string {
  const links = sections.map(
    (section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`,
  );
  const parts = sections.map(
    ({ id, title: heading, html }) =>
      `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(heading)}</h2>\n${html}\n</section>`,
  );
  return `<!DOCTYPE html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title}. ${subtitle}`)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(subtitle)}</p>
</header>
<nav aria-label="${escapeHtml(page.contents)}"><ol>${links.join('\n')}</ol></nav>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}
