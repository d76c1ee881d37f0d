import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { badInput } from '@churn/shared/platform/churn-error';
import { sha256 } from '@churn/shared/platform/sha256';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { z } from 'zod';

export interface UserDocument<T> {
  readonly value: T;
  /** The file as an input of the stage. */
  readonly input: Artifact;
}

/** Files of the user are read whole; the longest that a person writes is far below. */
const largestMebibytes = 4;

/** Reads a JSON file of the user (at most 4 MiB) that an option names; refuses (exit 2) with every place that is not as expected. */
export async function readUserDocument<T>(
  option: string,
  role: string,
  path: string,
  schema: z.ZodType<T>,
): Promise<UserDocument<T>> {
  const bytes = await readUserFile(option, role, path);
  const text = decode(option, role, path, bytes);
  const parsed = schema.safeParse(parseJson(option, role, path, text));
  if (!parsed.success) {
    const details = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw badInput(
      `bad-${role}`,
      `expected ${path} to be a file for ${option}, but ${details.join('; ')}`,
      details,
    );
  }
  return {
    value: parsed.data,
    input: { role, path: basename(path), sha256: sha256(bytes), bytes: bytes.length, rows: null },
  };
}

/** Only of a regular file: a pipe would be empty, or wait for ever, when the stage reads it again. */
async function readUserFile(option: string, role: string, path: string): Promise<Buffer> {
  const refuse = (actual: string) =>
    badInput(`bad-${role}`, `expected a JSON file at ${path} for ${option}, ${actual}`);
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => code);
  if (found === 'ENOENT' || found === 'ENOTDIR') throw refuse('found no such file');
  if (typeof found !== 'object') throw refuse(`got ${found}`);
  if (found.isDirectory()) throw refuse('it is a directory');
  if (!found.isFile()) throw refuse('it is neither a file nor a directory');
  if (found.size > largestMebibytes * 2 ** 20) {
    const size = (found.size / 2 ** 20).toFixed(1);
    throw refuse(`at most ${largestMebibytes} MiB long, got ${size} MiB`);
  }
  return readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw refuse(`got ${code}`);
  });
}

/** Without the byte-order mark that editors put first. */
function decode(option: string, role: string, path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput(`bad-${role}`, `expected UTF-8 text in ${path} for ${option}, got other bytes`);
  }
}

function parseJson(option: string, role: string, path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badInput(
      `bad-${role}`,
      `expected JSON in ${path} for ${option}, got text that does not parse: ${reason}`,
    );
  }
}
