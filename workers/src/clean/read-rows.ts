import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** Rows of a query, chunk by chunk, so that no result is held whole. */
export async function* readRows(connection: DuckDBConnection, sql: string): AsyncGenerator<DuckDBValue[]> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield* chunk.getRows();
  }
}
