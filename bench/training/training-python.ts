import { fileURLToPath } from 'node:url';

/** Of `docker/stack/install-locked.sh bench/training/requirements.lock .stack/bench-training`. */
export const python = fileURLToPath(new URL('../../.stack/bench-training/bin/python', import.meta.url));
