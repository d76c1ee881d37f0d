import { readFile } from 'node:fs/promises';
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

/** Reads a JSON file of the user that an option names; refuses (exit 2) with every place that is not as expected. */
export async function readUserDocument<T>(
  option: string,
  role: string,
  path: string,
  schema: z.ZodType<T>,
): Promise<UserDocument<T>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw badInput(`bad-${role}`, `expected a JSON file at ${path} for ${option}, got ${error.code}`);
  });
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
  const bytes = Buffer.byteLength(text);
  return {
    value: parsed.data,
    input: { role, path: basename(path), sha256: sha256(text), bytes, rows: null },
  };
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
