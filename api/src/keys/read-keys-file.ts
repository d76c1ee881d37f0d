import { open } from 'node:fs/promises';
import { badInput } from '@churn/shared/platform/churn-error';
import { fileSystemProblem } from '@churn/shared/platform/file-system-problem';

export interface KeysFile {
  readonly text: string;
  /** Permission bits of the file that the text came from. */
  readonly mode: number;
}

export async function readKeysFile(path: string): Promise<KeysFile> {
  try {
    await using file = await open(path);
    const { mode } = await file.stat();
    return { text: await file.readFile('utf8'), mode: mode & 0o777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw badInput('bad-keys-file', `API_KEYS_FILE: expected a file of keys at ${path}, found none`);
    }
    throw fileSystemProblem(error) ?? error;
  }
}
