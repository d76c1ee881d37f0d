import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { badInput } from '@churn/shared/platform/churn-error';
import { sha256 } from '@churn/shared/platform/sha256';
import type { Artifact } from '@churn/shared/schema/stage-result';

export interface UserText {
  readonly text: string;
  /** The file as an input of the stage. */
  readonly input: Artifact;
}

interface UserFile {
  /** That names the file. */
  readonly option: string;
  readonly role: string;
  readonly path: string;
  /** What the option expects, such as `a JSON file`. */
  readonly kind: string;
  /** It is read whole. */
  readonly largestMebibytes: number;
}

/** Reads a text of the user without the byte-order mark that editors put first; refuses (exit 2) what is no such file, too large, or not UTF-8. */
export async function readUserText(file: UserFile): Promise<UserText> {
  const { option, role, path } = file;
  const bytes = await readUserFile(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput(`bad-${role}`, `expected UTF-8 text in ${path} for ${option}, got other bytes`);
  }
  return {
    text,
    input: { role, path: basename(path), sha256: sha256(bytes), bytes: bytes.length, rows: null },
  };
}

/** Only of a regular file: a pipe would be empty, or wait for ever, when the stage reads it again. */
async function readUserFile({ option, role, path, kind, largestMebibytes }: UserFile): Promise<Buffer> {
  const refuse = (actual: string) =>
    badInput(`bad-${role}`, `expected ${kind} at ${path} for ${option}, ${actual}`);
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => code);
  if (found === 'ENOENT' || found === 'ENOTDIR') throw refuse('found no such file');
  if (typeof found !== 'object') throw refuse(`got ${found}`);
  if (found.isDirectory()) throw refuse('it is a directory');
  if (!found.isFile()) throw refuse('it is neither a file nor a directory');
  const largest = largestMebibytes * 2 ** 20;
  if (found.size > largest) {
    throw refuse(`at most ${largest} bytes long (${largestMebibytes} MiB), got ${found.size} bytes`);
  }
  return readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw refuse(`got ${code}`);
  });
}
