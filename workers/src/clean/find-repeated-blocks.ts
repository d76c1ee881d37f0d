import type { DuckDBConnection } from '@duckdb/node-api';
import { markedTransactions } from './arrange-transactions.ts';
import { excludedTransactions, setAsideTable } from './row-tables.ts';

/** Rows in the same order that are a block; as many equal purchases in a row do not happen by chance. */
export const blockRows = 50;
/** Of a block, rows that differ from each other: many times the same row is no block. */
const differentRows = 25;
/** Distances between a row and its like that are looked at. */
const candidates = 20;

/**
 * Excludes the rows of blocks that were delivered before: at least 50 rows that stand in the same order at another place, as a file
 * or a part of it that was appended twice. Returns how many rows.
 *
 * A row's distance is the number of rows back to its last identical one. Rows of a repeated block have the distance of the two
 * copies in common, so the commonest distances are tried: the rows that are identical to the one so far before them, without
 * a gap. Distances count rows that no rule has set aside, since a copy of a faulty row is set aside like the first.
 */
export async function excludeRepeatedBlocks(connection: DuckDBConnection): Promise<number> {
  await connection.run(
    `CREATE OR REPLACE TABLE repeated_rows AS
     WITH marked AS (SELECT *, LEAD(is_repeated, 1, false) OVER () AS is_followed FROM ${markedTransactions}),
     alike AS (SELECT record, is_repeated FROM marked WHERE is_repeated OR is_followed),
     contents AS (SELECT record, SUM(CAST(NOT is_repeated AS INTEGER)) OVER (ROWS UNBOUNDED PRECEDING) AS content FROM alike),
     aside AS (SELECT record, ROW_NUMBER() OVER (ORDER BY record) AS aside FROM ${setAsideTable.transactions})
     SELECT contents.record, content, contents.record - COALESCE(aside, 0) AS place
     FROM contents ASOF LEFT JOIN aside ON contents.record >= aside.record`,
  );
  const distances = await connection.runAndReadAll(
    `SELECT CAST(distance AS DOUBLE) FROM (
       SELECT place - LAG(place) OVER (PARTITION BY content ORDER BY place) AS distance FROM repeated_rows)
     WHERE distance >= ${blockRows} GROUP BY distance HAVING COUNT(*) >= ${differentRows}
     ORDER BY COUNT(*) DESC, distance LIMIT ${candidates}`,
  );
  let rows = 0;
  for (const [distance] of distances.getRows()) {
    const excluded = await connection.run(
      `INSERT INTO ${excludedTransactions}
       WITH copies AS (SELECT later.record, later.place, later.content FROM repeated_rows AS later
         JOIN repeated_rows AS earlier ON earlier.place = later.place - ${distance} AND earlier.content = later.content
         ANTI JOIN ${excludedTransactions} AS excluded ON excluded.record = later.record),
       islands AS (SELECT *, place - ROW_NUMBER() OVER (ORDER BY place) AS island FROM copies)
       SELECT record, 'repeated-block' FROM islands SEMI JOIN (
         SELECT island FROM islands GROUP BY island
         HAVING COUNT(*) >= ${blockRows} AND COUNT(DISTINCT content) >= ${differentRows}) USING (island)`,
    );
    rows += excluded.rowsChanged;
  }
  await connection.run('DROP TABLE repeated_rows');
  return rows;
}
