import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TableMapping } from '@churn/shared/dialect/column-mapping';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import { copyAndHash } from './copy-and-hash.ts';
import { deliveredBytes } from './delivered-bytes.ts';
import { examineCsv } from './examine-csv.ts';
import { examineParquet } from './examine-parquet.ts';
import type { FileFindings, UnreadableFile } from './file-findings.ts';
import type { DeliveredPath } from './find-delivered-files.ts';
import { sniffFile } from './sniff-file.ts';
import type { ToldDialect } from './told-dialect.ts';

export interface NewFile extends DeliveredPath {
  readonly table: DeliveredTable;
  readonly sha256: string;
}

/** A new file, copied to a temporary place. */
export interface TakenFile {
  readonly file: NewFile;
  readonly copy: string;
  /** Of the copy in the store. */
  readonly extension: string;
  readonly findings: FileFindings | UnreadableFile;
}

const packedExtensions = { none: 'csv', gzip: 'csv.gz', zstd: 'csv.zst' } as const;

/** Copies a file unchanged, and finds out how it is written: in the same pass where its bytes are its text. */
export async function takeFile(
  file: NewFile,
  told: ToldDialect,
  mapping: TableMapping,
  folder: string,
  signal: AbortSignal,
): Promise<TakenFile> {
  const { table, path, sha256 } = file;
  const copy = join(folder, randomUUID());
  const kind = await sniffFile(path);
  if (kind.format === 'unknown') {
    return { file, copy, extension: '', findings: { problems: [kind.problem] } };
  }
  const bytes = copyAndHash(path, copy, sha256, signal);
  if (kind.format === 'csv' && kind.compression === 'none') {
    const findings = await examineCsv(table, bytes, 'none', told, mapping);
    return { file, copy, extension: packedExtensions.none, findings };
  }
  for await (const _ of bytes);
  if (kind.format === 'parquet') {
    const findings = await examineParquet(table, copy, mapping, folder);
    return { file, copy, extension: 'parquet', findings };
  }
  const { compression } = kind;
  const findings = await examineCsv(table, deliveredBytes(copy, compression), compression, told, mapping);
  return { file, copy, extension: packedExtensions[compression], findings };
}
