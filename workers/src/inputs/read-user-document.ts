import { badInput } from '@churn/shared/platform/churn-error';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { z } from 'zod';
import { expectedAndGot } from '../stage/expected-text.ts';
import { readUserText } from './read-user-text.ts';

export interface UserDocument<T> {
  readonly value: T;
  /** The file as an input of the stage. */
  readonly input: Artifact;
}

/** The longest that a person writes is far below. */
export const largestDocumentMebibytes = 4;

/** Reads a JSON file of the user (at most 4 MiB) that an option names; refuses (exit 2) with every place that is not as expected. */
export async function readUserDocument<T>(
  option: string,
  role: string,
  path: string,
  schema: z.ZodType<T>,
): Promise<UserDocument<T>> {
  const { text, input } = await readUserText({
    option,
    role,
    path,
    kind: 'a JSON file',
    largestMebibytes: largestDocumentMebibytes,
  });
  const parsed = schema.safeParse(parseJson(option, role, path, text), { error: expectedAndGot });
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
  return { value: parsed.data, input };
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
