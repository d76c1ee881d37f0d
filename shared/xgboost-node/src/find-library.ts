import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XGBoostError } from './xgboost-error.ts';

const fileName = 'libxgboost.so';
const installedPath = fileURLToPath(new URL(`../lib/xgboost/lib/${fileName}`, import.meta.url));
const systemFolders = [
  '/usr/local/lib',
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
];

export const installHint = 'install it by "sh shared/xgboost-node/scripts/install-library.sh"';

/**
 * Path of libxgboost: `XGBOOST_LIBRARY` alone where it is set; else what the install script put into `lib/`; else the
 * system's, from `LD_LIBRARY_PATH` and the usual folders.
 */
export function findLibrary(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const places = placesOf(environment);
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new XGBoostError(
    `expected libxgboost at ${places.join(' or ')}, found no such file; ${installHint} or set XGBOOST_LIBRARY`,
  );
}

function placesOf(environment: Readonly<Record<string, string | undefined>>): string[] {
  const given = environment.XGBOOST_LIBRARY;
  if (given !== undefined && given !== '') return [given];
  const folders = (environment.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== '');
  return [installedPath, ...[...folders, ...systemFolders].map((folder) => join(folder, fileName))];
}
