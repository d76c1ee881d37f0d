import type { Chart } from '../charts/chart.ts';
import type { ReportDocument } from '../report-document.ts';
import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';
import { renderBlock } from './render-block.ts';

/** Nothing is loaded and nothing runs, whatever a name in the data says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one page that needs nothing else. */
export function renderHtml(report: ReportDocument, svgOf: (chart: Chart) => string): string {
  const { title, subtitle, sections } = report;
  const links = sections.map(
    (section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`,
  );
  const parts = sections.map(
    ({ id, title: heading, blocks }) =>
      `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(heading)}</h2>\n` +
      `${blocks.map((block) => renderBlock(block, svgOf)).join('\n')}\n</section>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
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
<nav aria-label="Contents"><ol>${links.join('\n')}</ol></nav>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}
