import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { renderBlock } from '../../report/html/render-block.ts';
import type { PageSection } from '../../report/html/render-page.ts';
import type { Language } from '../../report/language/language.ts';
import { paragraph } from '../../report/report-document.ts';
import { deliveryTable, rowsByAction } from '../../report/tables/cleaning-tables.ts';
import { barChart } from './bar-chart.ts';

/** How many rows came, stayed and were set aside. */
export function summarySection(report: CleaningReport, language: Language): PageSection {
  const words = language.cleaning.summary;
  const changed = rowsByAction(report);
  const sentences = deliveredTables.map((table) => {
    const { rowsDelivered, rowsAccepted, rowsMerged, rowsQuarantined } = report[table];
    return words.counts({
      table,
      delivered: rowsDelivered,
      accepted: rowsAccepted,
      merged: rowsMerged,
      quarantined: rowsQuarantined,
    });
  });
  const values = words.values({ fixed: changed.get('fix') ?? 0, emptied: changed.get('null') ?? 0 });
  const noDrawing = () => '';
  const charts = deliveredTables.map((table) => {
    const { rowsDelivered, rowsAccepted, rowsMerged, rowsQuarantined } = report[table];
    const bars = [
      { label: words.bars.accepted, rows: rowsAccepted },
      { label: words.bars.merged, rows: rowsMerged },
      { label: words.bars.quarantined, rows: rowsQuarantined },
    ];
    return barChart(words.delivered(table), bars, rowsDelivered, 'var(--series-main)', language);
  });
  const html = [
    ...[...sentences, values].map((text) => renderBlock(paragraph(text), noDrawing, language)),
    renderBlock(deliveryTable(report, language), noDrawing, language),
    `<div class="charts">${charts.join('\n')}</div>`,
  ];
  return { id: 'summary', title: words.title, html: html.join('\n') };
}
