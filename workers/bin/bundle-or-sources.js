import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceStamp } from './source-stamp.js';

/**
 * The module that is the program: the bundle where it was made of just these sources, or where there are no sources, as in an
 * image; else the sources.
 * @param {string} root the folder that holds `workers`
 */
export function bundleOrSources(root) {
  const sources = join(root, 'workers', 'src', 'cli.ts');
  const bundle = join(root, 'workers', 'dist', 'current');
  const stamp = stampOf(bundle);
  const program = join(bundle, 'cli.js');
  const isOfSources = () => stamp !== undefined && existsSync(program) && stamp === sourceStamp(root);
  return pathToFileURL(!existsSync(sources) || isOfSources() ? program : sources);
}

/** @param {string} bundle */
function stampOf(bundle) {
  try {
    return readFileSync(join(bundle, 'sources.stamp'), 'utf8');
  } catch {
    return undefined;
  }
}
