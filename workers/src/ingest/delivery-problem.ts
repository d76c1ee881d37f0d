import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

/** What keeps a path from being a readable file with content; undefined where nothing does. */
export async function problemOfPath(table: DeliveredTable, path: string): Promise<string | undefined> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    return `${table}: expected a file at ${path}, ${isAbsent ? 'found no such file' : `got ${code}`}`;
  }
  if (!found.isFile()) {
    return `${table}: expected a file at ${path}, found ${found.isDirectory() ? 'a directory' : 'something else'}`;
  }
  return found.size === 0
    ? `${table}: expected a header and rows in ${path}, the file is empty (0 bytes)`
    : undefined;
}
