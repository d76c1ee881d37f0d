import { basename } from 'node:path';
import { ignoredColumns } from '@churn/shared/dialect/detect-header';
import type { FileDialect } from '@churn/shared/dialect/dialect';
import { ChurnError } from '@churn/shared/platform/churn-error';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import { type Compression, compressionOf, deliveredBytes } from './delivered-bytes.ts';
import { FileEvidence, type ToldDialect } from './file-evidence.ts';

export interface Examination {
  /** Undefined where there are problems. */
  readonly dialect: FileDialect | undefined;
  /** Records after the header. */
  readonly rows: number;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads a delivered file once as a stream, and finds out how it is to be read and what is wrong with it as a whole. */
export async function examineFile(
  table: DeliveredTable,
  path: string,
  told: ToldDialect,
  signal: AbortSignal,
): Promise<Examination> {
  const file = basename(path);
  const where = `${table} (${file})`;
  const compression = await compressionOf(path);
  const evidence = new FileEvidence(table, told);
  let conclusion: FileDialect | readonly string[];
  try {
    for await (const chunk of deliveredBytes(path, compression)) {
      signal.throwIfAborted();
      evidence.feed(chunk);
    }
    evidence.finish();
    conclusion = evidence.conclude(file, compression);
  } catch (error) {
    signal.throwIfAborted();
    conclusion = [readingProblem(error, compression)];
  }
  const isDialect = 'file' in conclusion;
  const ignored = isDialect ? ignoredColumns((conclusion as FileDialect).header, table) : [];
  return {
    dialect: isDialect ? (conclusion as FileDialect) : undefined,
    rows: evidence.rows,
    problems: isDialect ? [] : (conclusion as readonly string[]).map((problem) => `${where}: ${problem}`),
    warnings:
      ignored.length === 0
        ? []
        : [`${where}: columns that no stage reads are ignored: ${ignored.join(', ')}`],
  };
}

function readingProblem(error: unknown, compression: Compression): string {
  if (error instanceof ChurnError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return `expected ${compression === 'gzip' ? 'a whole gzip file' : 'a readable file'}, got ${code}: ${message}`;
}
