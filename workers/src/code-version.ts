import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CodeVersion {
  /** Release number of package.json. */
  readonly release: string;
  /** Release and hash of the sources: changes with every change of code, so no cache answers for other code. */
  readonly version: string;
}

let known: CodeVersion | undefined;

/** The version of the running code, from the sources beside this file. */
export function codeVersion(): CodeVersion {
  known ??= computeVersion(fileURLToPath(new URL('../..', import.meta.url)));
  return known;
}

function computeVersion(root: string): CodeVersion {
  const { version } = JSON.parse(readFileSync(join(root, 'workers', 'package.json'), 'utf8')) as {
    version: string;
  };
  const hash = createHash('sha256');
  for (const folder of ['shared/src', 'shared/xgboost-node/src', 'workers/src']) {
    for (const path of sourceFiles(join(root, folder))) {
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return { release: version, version: `${version}+${hash.digest('hex').slice(0, 12)}` };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
