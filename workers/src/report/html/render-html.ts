import type { Chart } from '../charts/chart.ts';
import type { ReportDocument } from '../report-document.ts';
import { renderBlock } from './render-block.ts';
import { renderPage } from './render-page.ts';

/** The report as one page that needs nothing else. */
export function renderHtml(report: ReportDocument, svgOf: (chart: Chart) => string): string {
  const sections = report.sections.map(({ id, title, blocks }) => ({
    id,
    title,
    html: blocks.map((block) => renderBlock(block, svgOf, report.language)).join('\n'),
  }));
  return renderPage(report.title, report.subtitle, sections, report.language);
}
