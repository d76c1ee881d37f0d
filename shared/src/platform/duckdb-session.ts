import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface DuckDbSettings {
  /** Worker threads of this session. */
  readonly threads: number;
  /** Directory for spilling what does not fit into memory; created on demand. */
  readonly temporaryDirectory: string;
  /** DuckDB's memory limit, for example `2GB`; its own default (80 % of the machine) when absent. */
  readonly memoryLimit?: string;
}

/**
 * Opens an in-memory DuckDB in this process, hands a connection to `work`, and closes both whatever happens. `connect` gives a further
 * connection to the same tables, for work at the same time.
 */
export async function withDuckDb<T>(
  settings: DuckDbSettings,
  work: (connection: DuckDBConnection, connect: () => Promise<DuckDBConnection>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(settings.threads),
    temp_directory: settings.temporaryDirectory,
    ...(settings.memoryLimit === undefined ? {} : { memory_limit: settings.memoryLimit }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  try {
    return await work(await connect(), connect);
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  }
}

/** A text as an SQL string literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
