import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../../../docker/images.sh', import.meta.url));

/** The first build takes minutes: base image, packages, libraries. */
export const buildTimeoutMs = 900_000;

/** Builds an image from the sources as they are (quick when nothing has changed) and returns its name. */
export async function builtImage(name: 'worker' | 'api' | 'airflow'): Promise<string> {
  await promisify(execFile)(script, [name]);
  return `churn-${name}:dev`;
}
