import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Chart } from '../charts/chart.ts';
import type { Language } from '../language/language.ts';
import type { Block } from '../report-document.ts';
import { renderFigure } from './render-figure.ts';
import { renderInline } from './render-inline.ts';
import { renderTable } from './render-table.ts';

/** One block; `svgOf` knows the drawing of every chart. */
export function renderBlock(block: Block, svgOf: (chart: Chart) => string, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${renderInline(block.text)}</p>`;
    case 'subheading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${renderInline(item)}</li>`).join('\n')}</${tag}>`;
    }
    case 'table':
      return renderTable(block);
    case 'tables':
      return `<div class="tables">${block.tables.map(renderTable).join('\n')}</div>`;
    case 'unfolded':
      return `<details><summary>${escapeHtml(block.table.caption)}</summary>${renderTable(block.table)}</details>`;
    case 'commands':
      return `<pre tabindex="0" role="region" aria-label="${escapeHtml(language.page.commands)}"><code>${block.lines.map(escapeHtml).join('\n')}</code></pre>`;
    case 'charts':
      return `<div class="charts">${block.charts.map((chart) => renderFigure(chart, svgOf(chart), language)).join('\n')}</div>`;
    case 'verdict':
      return `<div class="verdict ${block.tone}"><p><span class="label">${escapeHtml(block.label)}</span> ${renderInline(block.text)}</p></div>`;
  }
}
