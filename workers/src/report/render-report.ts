import type { Chart } from './charts/chart.ts';
import { renderChart } from './charts/render-chart.ts';
import { renderHtml } from './html/render-html.ts';
import type { ReportDocument } from './report-document.ts';

/** The page with every chart drawn. */
export async function renderReport(report: ReportDocument, signal: AbortSignal): Promise<string> {
  const drawings = new Map<Chart, string>();
  for (const { blocks } of report.sections) {
    for (const block of blocks) {
      if (block.kind !== 'charts') continue;
      for (const chart of block.charts) {
        signal.throwIfAborted();
        drawings.set(chart, await renderChart(chart, report.language.tag));
      }
    }
  }
  return renderHtml(report, (chart) => drawings.get(chart)!);
}
