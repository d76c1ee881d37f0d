import { join } from 'node:path';
import type { SoundFile } from '@churn/shared/cleaning/texts-sql';
import { fileChunks } from '@churn/shared/platform/file-chunks';
import { copyOtherLines } from './copy-other-lines.ts';
import { copySoundRecords } from './copy-sound-records.ts';
import type { DeliveredFile } from './delivered-file.ts';

/** A delivered file as the database reads it. */
export interface ReadableFile extends SoundFile {
  readonly file: DeliveredFile;
  /** Records that it holds. */
  readonly soundRows: number;
  /** Records of the delivered file that cannot be split into fields. */
  readonly brokenRows: number;
  /** Each of its records was written once more, as no reader can misread it. */
  readonly isRewritten: boolean;
}

/** The delivered file itself where it is sound; where its broken lines are known, a copy without them; else its records written once more. */
export async function soundFile(
  file: DeliveredFile,
  folder: string,
  signal: AbortSignal,
): Promise<ReadableFile> {
  const { path, dialect } = file;
  const { csv, rows } = dialect;
  if (csv === null || csv.isSound) {
    return { file, path, soundRows: rows, brokenRows: 0, isRewritten: false };
  }
  if (csv.brokenLines === null) return rewrittenFile(file, folder, signal);
  const copy = copyPath(file, folder);
  await copyOtherLines(fileChunks(path), copy, csv.brokenLines, signal);
  const brokenRows = csv.brokenLines.length;
  return { file, path: copy, soundRows: rows - brokenRows, brokenRows, isRewritten: false };
}

/** The sound records written once more, whatever was said of the file. */
export async function rewrittenFile(
  file: DeliveredFile,
  folder: string,
  signal: AbortSignal,
): Promise<ReadableFile> {
  const path = copyPath(file, folder);
  const soundRows = await copySoundRecords(file, path, signal);
  const brokenRows = file.dialect.rows - soundRows;
  return { file, path, soundRows, brokenRows, isRewritten: true };
}

function copyPath({ table, part }: DeliveredFile, folder: string): string {
  return join(folder, `${table}-${part}.csv`);
}
