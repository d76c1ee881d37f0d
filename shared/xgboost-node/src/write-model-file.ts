import { open, rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { ModelFormat } from './model-bytes.ts';
import { XGBoostError } from './xgboost-error.ts';

/** The format that a file's name promises. */
export function formatOf(path: string): ModelFormat {
  const format = extname(path).slice(1);
  if (format === 'json' || format === 'ubj') return format;
  throw new XGBoostError(`expected a name ending in .json or .ubj, got "${path}"`);
}

/** Atomic: whoever reads meanwhile, or after a crash, finds the old file or the new one. The library's own writing is not. */
export async function writeModelFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
