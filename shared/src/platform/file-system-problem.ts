import { types } from 'node:util';
import { badInput, ChurnError, exitCodes } from './churn-error.ts';

/** What stands in the way of a path and stays there until somebody changes it, by the code of the system. */
const obstacles: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'something else is in its place',
  EISDIR: 'it is a directory',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links lead in a circle',
};

/**
 * The error of a path that cannot be used as asked for (exit 2), or of a full disk (exit 1: space may come back).
 * Undefined for any other error.
 */
export function fileSystemProblem(error: unknown): ChurnError | undefined {
  if (!types.isNativeError(error)) return undefined;
  const { code = '', path, syscall = 'use' } = error as NodeJS.ErrnoException;
  // DuckDB tells of a full disk in words only.
  if (code === 'ENOSPC' || code === 'EDQUOT' || error.message.includes('No space left on device')) {
    const place = path === undefined ? 'the data directory' : path;
    return new ChurnError('disk-full', exitCodes.unexpected, `expected free space for ${place}, found none`);
  }
  // Node's own words for a folder that cannot be made in a read-only place.
  const obstacle = code === 'ENOENT' && syscall === 'mkdir' ? 'no folder can be made there' : obstacles[code];
  if (obstacle === undefined) return undefined;
  return badInput('bad-path', `expected to ${syscall} ${path ?? 'a file'}, but ${obstacle} (${code})`);
}
