import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { badInput } from '@churn/shared/platform/churn-error';
import { fileSystemProblem } from '@churn/shared/platform/file-system-problem';

export interface KeysFile {
  readonly text: string;
  /** Permission bits of the file that the text came from. */
  readonly mode: number;
}

/** Room for some 50,000 keys; a file that is larger is another one. */
const mostBytes = 10_000_000;

export async function readKeysFile(path: string): Promise<KeysFile> {
  try {
    // Opened without waiting: a pipe that nobody writes to would hold up the start and every later look.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > mostBytes) {
      const came = stat.isFile() ? 'a larger one' : 'something else';
      throw badInput(
        'bad-keys-file',
        `API_KEYS_FILE: expected a file of keys of at most ${mostBytes} bytes at ${path}, got ${came}`,
      );
    }
    return { text: await file.readFile('utf8'), mode: stat.mode & 0o777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw badInput('bad-keys-file', `API_KEYS_FILE: expected a file of keys at ${path}, found none`);
    }
    throw fileSystemProblem(error) ?? error;
  }
}
