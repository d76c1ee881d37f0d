import type { DuckDBConnection } from '@duckdb/node-api';

/** Files are the large side of every join and come first in it, which the database cannot know before they are read. */
const asWritten = 'join_order,build_side_probe_side';

/** Joins tables in the order in which queries name them. */
export async function joinAsWritten(connection: DuckDBConnection): Promise<void> {
  await connection.run(`SET disabled_optimizers = '${asWritten}'`);
}

/**
 * Appends rows to a table in the order of their source: a row is known by its place, from which its line is found again. The
 * database keeps the order through everything but joins, and makes a join of a long list after IN unless told not to.
 */
export async function insertInOrder(connection: DuckDBConnection, sql: string): Promise<number> {
  await connection.run(`SET disabled_optimizers = '${asWritten},in_clause'`);
  try {
    return (await connection.run(sql)).rowsChanged;
  } finally {
    await joinAsWritten(connection);
  }
}
