import { join } from 'node:path';
import type { SoundFile } from '@churn/shared/cleaning/texts-sql';
import { copyOtherLines } from './copy-other-lines.ts';
import { copySoundRecords } from './copy-sound-records.ts';
import type { DeliveredFile } from './delivered-file.ts';

const headerLine = 1;

/** A delivered file as the database reads it. */
export interface ReadableFile extends SoundFile {
  readonly file: DeliveredFile;
  /** Records that it holds. */
  readonly soundRows: number;
  /** Records of the delivered file that cannot be split into fields. */
  readonly brokenRows: number;
  /** It is the delivered file itself, not a copy. */
  readonly isOriginal: boolean;
}

/** The delivered file itself where it is sound, else a copy of its sound records. */
export async function soundFile(
  file: DeliveredFile,
  folder: string,
  signal: AbortSignal,
): Promise<ReadableFile> {
  const { path, dialect } = file;
  if (dialect.csv !== null && !dialect.csv.isSound) return soundCopy(file, folder, signal);
  return { file, path, hasHeader: true, soundRows: dialect.rows, brokenRows: 0, isOriginal: true };
}

/** A copy of the sound records, whatever was said of the file. */
export async function soundCopy(
  file: DeliveredFile,
  folder: string,
  signal: AbortSignal,
): Promise<ReadableFile> {
  const path = join(folder, `${file.table}-${file.part}.csv`);
  const soundRows = await copyRecords(file, path, signal);
  const brokenRows = file.dialect.rows - soundRows;
  return { file, path, hasHeader: false, soundRows, brokenRows, isOriginal: false };
}

async function copyRecords(file: DeliveredFile, path: string, signal: AbortSignal): Promise<number> {
  const { csv, rows } = file.dialect;
  const brokenLines = csv?.brokenLines ?? null;
  if (brokenLines === null) return copySoundRecords(file, path, signal);
  await copyOtherLines(file.path, path, [headerLine, ...brokenLines], signal);
  return rows - brokenLines.length;
}
