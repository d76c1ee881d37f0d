import type { Reading } from '@churn/shared/cleaning/reading';
import { unpackedTextsSql } from '@churn/shared/cleaning/text-columns';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DeliveredFile } from './delivered-file.ts';
import { rowsTable } from './row-tables.ts';

/** SQL of the odd rows of a table, read by `readSql` as their files are written; files of one reading together. */
export function readOddRowsSql(
  table: DeliveredTable,
  files: readonly DeliveredFile[],
  readSql: (source: string, reading: Reading) => string,
): string {
  const byReading = new Map<string, { readonly reading: Reading; readonly parts: number[] }>();
  for (const { part, dialect } of files) {
    const { dates, decimal, currency } = dialect;
    const reading = { dates, decimal, currency };
    const key = canonicalJson(reading);
    const known = byReading.get(key);
    if (known === undefined) byReading.set(key, { reading, parts: [part] });
    else known.parts.push(part);
  }
  const groups = [...byReading.values()].map(({ reading, parts }) => {
    const ofParts = byReading.size === 1 ? '' : ` AND part IN (${parts.join(', ')})`;
    // Materialized, or each mention of a text in a rule would unpack it again.
    return `WITH odd_texts AS MATERIALIZED (
        SELECT rowid AS record, part, ${unpackedTextsSql(table, 'odd')} FROM ${rowsTable[table]}
        WHERE odd IS NOT NULL${ofParts})
      ${readSql('odd_texts', reading)}`;
  });
  return groups.map((group) => `(${group})`).join(' UNION ALL ');
}
