import type { FileDialect } from '@churn/shared/dialect/dialect';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { renderInline } from '../../report/html/render-inline.ts';
import type { PageSection } from '../../report/html/render-page.ts';
import { renderTable } from '../../report/html/render-table.ts';
import type { Language } from '../../report/language/language.ts';
import type { DeliveredFiles } from '../judge-delivery.ts';

const listedFiles = 50;

/** How the files were read. */
export function filesSection(files: DeliveredFiles, { cleaning, formats, names }: Language): PageSection {
  const words = cleaning.files;
  const columns = words.columns;
  const { count } = formats;
  const all = deliveredTables.flatMap((table) => files[table].map(({ dialect }) => ({ table, dialect })));
  const rows = all
    .slice(0, listedFiles)
    .map(({ table, dialect }) => [
      [{ code: dialect.file }],
      names.tables[table],
      count(dialect.rows),
      formatOf(dialect, words),
      dialect.dates.map((format) => words.dates[format]).join(', '),
      [words.decimals[dialect.decimal], dialect.currency ?? ''].filter((text) => text !== '').join(', '),
      columnsOf(dialect),
      dialect.arrivedOn ?? '–',
    ]);
  const table = renderTable({
    kind: 'table',
    caption: words.caption,
    columns: [
      { title: columns.file },
      { title: columns.table },
      { title: columns.rows, numeric: true },
      { title: columns.writtenAs },
      { title: columns.dates },
      { title: columns.amounts },
      { title: columns.renamed },
      { title: columns.arrived },
    ],
    rows,
  });
  const others = all.length - rows.length;
  const note = others > 0 ? `<p>${renderInline(words.others(others))}</p>` : '';
  return { id: 'files', title: words.title, html: `${table}${note}` };
}

function formatOf({ csv }: FileDialect, words: Language['cleaning']['files']): string {
  if (csv === null) return 'Parquet';
  const { compression, encoding, delimiter, quote } = csv;
  const delimiterName = delimiter === '\t' ? words.tab : delimiter;
  const parts = [
    'CSV',
    encoding,
    words.delimiter(delimiterName),
    quote === null ? words.noQuotes : words.quote(quote),
  ];
  return [...parts, ...(compression === 'none' ? [] : [compression])].join(', ');
}

function columnsOf({ header, places }: FileDialect): string {
  const renamed = Object.entries(places).filter(([name, place]) => header[place] !== name);
  return renamed.map(([name, place]) => `${name}: ${header[place]}`).join(', ') || '–';
}
