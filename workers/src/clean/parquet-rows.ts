import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFile } from './load-rows.ts';
import type { ChosenPlace } from './place-queue.ts';

/**
 * Hands over rows of a Parquet file, each as a JSON object of its columns with texts for values; its line is the number of the
 * row, from 1. `chosenSql` selects their `place`, `rule`, `odd` and `became`.
 */
export async function readParquetRows(
  connection: DuckDBConnection,
  { file }: LoadedFile,
  chosenSql: string,
  hand: (line: number, delivered: () => string, place: ChosenPlace) => void,
): Promise<void> {
  const { header } = file.dialect;
  const texts = header.map((name) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR)`);
  const result = await connection.stream(
    `SELECT place, rule, odd, became, ${texts.join(', ')} FROM (${chosenSql}) AS chosen
     JOIN read_parquet(${sqlText(file.path)}, file_row_number = true) ON file_row_number = CAST(place AS BIGINT)
     ORDER BY place`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    for (const [place, rule, odd, became, ...values] of chunk.getRows()) {
      const row = () =>
        JSON.stringify(Object.fromEntries(header.map((name, index) => [name, values[index]])));
      hand(Number(place) + 1, row, {
        rule: String(rule),
        texts: odd === null ? null : String(odd),
        became: became === null ? null : String(became),
      });
    }
  }
}
