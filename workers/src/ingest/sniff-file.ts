import { open } from 'node:fs/promises';
import type { Compression } from '@churn/shared/dialect/dialect';

export type FileKind =
  | { readonly format: 'csv'; readonly compression: Compression }
  | { readonly format: 'parquet' }
  | { readonly format: 'unknown'; readonly problem: string };

const signatures: readonly (readonly [bytes: string, kind: FileKind])[] = [
  ['50415231', { format: 'parquet' }],
  ['1f8b', { format: 'csv', compression: 'gzip' }],
  ['28b52ffd', { format: 'csv', compression: 'zstd' }],
  [
    '504b0304',
    {
      format: 'unknown',
      problem:
        'expected CSV, packed by gzip or zstd or not, or Parquet, found a ZIP archive, as XLSX is one: export CSV',
    },
  ],
];

/** Told by the first bytes, whatever the file is called. */
export async function sniffFile(path: string): Promise<FileKind> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
  const start = buffer.subarray(0, bytesRead).toString('hex');
  const found = signatures.find(([bytes]) => start.startsWith(bytes));
  return found?.[1] ?? { format: 'csv', compression: 'none' };
}
