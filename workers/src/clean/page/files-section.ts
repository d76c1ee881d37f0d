import type { FileDialect } from '@churn/shared/dialect/dialect';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { renderInline } from '../../report/html/render-inline.ts';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import { english } from '../../report/language/english.ts';
import type { DeliveredFiles } from '../judge-delivery.ts';

const { count } = english.formats;

const listedFiles = 50;

/** How the files were read. */
export function filesSection(files: DeliveredFiles): PageSection {
  const all = deliveredTables.flatMap((table) => files[table].map(({ dialect }) => ({ table, dialect })));
  const rows = all
    .slice(0, listedFiles)
    .map(({ table, dialect }) => [
      [{ code: dialect.file }],
      table,
      count(dialect.rows),
      formatOf(dialect),
      dialect.dates.join(', '),
      [dialect.decimal, dialect.currency ?? ''].filter((text) => text !== '').join(', '),
      columnsOf(dialect),
      dialect.arrivedOn ?? '–',
    ]);
  const table = renderTable({
    kind: 'table',
    caption: 'Delivered files and how they are read',
    columns: [
      { title: 'File' },
      { title: 'Table' },
      { title: 'Rows', numeric: true },
      { title: 'Written as' },
      { title: 'Dates' },
      { title: 'Amounts' },
      { title: 'Columns under other names' },
      { title: 'Arrived' },
    ],
    rows,
  });
  const others = all.length - rows.length;
  const note = others > 0 ? `<p>${renderInline(`And ${count(others)} more files.`)}</p>` : '';
  return { id: 'files', title: 'How the files were read', html: `${table}${note}` };
}

function formatOf({ csv }: FileDialect): string {
  if (csv === null) return 'Parquet';
  const { compression, encoding, delimiter, quote } = csv;
  const delimiterName = delimiter === '\t' ? 'tab' : delimiter;
  const parts = [
    'CSV',
    encoding,
    `delimiter ${delimiterName}`,
    quote === null ? 'no quotes' : `quote ${quote}`,
  ];
  return [...parts, ...(compression === 'none' ? [] : [compression])].join(', ');
}

function columnsOf({ header, places }: FileDialect): string {
  const renamed = Object.entries(places).filter(([name, place]) => header[place] !== name);
  return renamed.map(([name, place]) => `${name}: ${header[place]}`).join(', ') || '–';
}
