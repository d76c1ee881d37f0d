import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XGBoostError } from './xgboost-error.ts';

const installedPath = fileURLToPath(new URL('../lib/xgboost/lib/libxgboost.so', import.meta.url));

export const installHint = 'install it by "sh shared/xgboost-node/scripts/install-library.sh"';

/** Path of libxgboost: `XGBOOST_LIBRARY` where it is set, else what the install script put into `lib/`. */
export function findLibrary(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = environment.XGBOOST_LIBRARY;
  const path = given === undefined || given === '' ? installedPath : given;
  if (!existsSync(path)) {
    throw new XGBoostError(
      `expected libxgboost at ${path}, found no such file; ${installHint} or set XGBOOST_LIBRARY`,
    );
  }
  return path;
}
