import { stat } from 'node:fs/promises';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

/** What keeps a path from being a readable file with content; undefined where nothing does. */
export async function problemOfPath(table: DeliveredTable, path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const what =
      found.code === 'ENOENT' || found.code === 'ENOTDIR' ? 'found no such file' : `got ${found.code}`;
    return `${table}: expected a file at ${path}, ${what}`;
  }
  if (!found.isFile()) {
    return `${table}: expected a file at ${path}, found ${found.isDirectory() ? 'a directory' : 'something else'}`;
  }
  return found.size === 0
    ? `${table}: expected a header and rows in ${path}, the file is empty (0 bytes)`
    : undefined;
}
