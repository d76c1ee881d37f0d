import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { renderBlock } from '../../report/html/render-block.ts';
import type { PageSection } from '../../report/html/render-page.ts';
import { english } from '../../report/language/english.ts';
import { paragraph } from '../../report/report-document.ts';
import { deliveryTable, rowsByAction } from '../../report/tables/cleaning-tables.ts';
import { barChart } from './bar-chart.ts';

const { count, percent } = english.formats;

/** How many rows came, stayed and were set aside. */
export function summarySection(report: CleaningReport): PageSection {
  const changed = rowsByAction(report);
  const sentences = deliveredTables.map((table) => {
    const { rowsDelivered, rowsAccepted, rowsMerged, rowsQuarantined } = report[table];
    return (
      `Of ${count(rowsDelivered)} delivered ${table}, ${count(rowsAccepted)} (${percent(rowsAccepted / rowsDelivered)}) were accepted, ` +
      `${count(rowsMerged)} merged with a row that says the same, ${count(rowsQuarantined)} set aside in the quarantine.`
    );
  });
  const values =
    `In accepted rows, ${count(changed.get('fix') ?? 0)} values were given one spelling and ` +
    `${count(changed.get('null') ?? 0)} that mean nothing were emptied.`;
  const noDrawing = () => '';
  const charts = deliveredTables.map((table) => {
    const { rowsDelivered, rowsAccepted, rowsMerged, rowsQuarantined } = report[table];
    const bars = [
      { label: 'accepted', rows: rowsAccepted },
      { label: 'merged', rows: rowsMerged },
      { label: 'set aside', rows: rowsQuarantined },
    ];
    return barChart(`Delivered ${table}`, bars, rowsDelivered, 'var(--series-main)');
  });
  const html = [
    ...[...sentences, values].map((text) => renderBlock(paragraph(text), noDrawing, english)),
    renderBlock(deliveryTable(report, english), noDrawing, english),
    `<div class="charts">${charts.join('\n')}</div>`,
  ];
  return { id: 'summary', title: 'What came and what stayed', html: html.join('\n') };
}
