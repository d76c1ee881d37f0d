import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { z } from 'zod';
import { flagText } from './flag-text.ts';
import { numberText } from './number-text.ts';

/** Options of every stage. */
export function commonOptions(): Option[] {
  return [
    new Option('--run <id>', 'run that this stage belongs to').env('CHURN_RUN'),
    new Option('--data-dir <directory>', 'where artifacts, runs and the registry live')
      .env('CHURN_DATA_DIR')
      .default('./data'),
    new Option('--seed <number>', 'seed of everything random').env('CHURN_SEED').default('42'),
    new Option('--threads <number>', 'threads for queries and training')
      .env('CHURN_THREADS')
      .default(String(availableParallelism()), 'as many as the machine has'),
    new Option('--force', 'compute again even if the same work was done before').env('CHURN_FORCE'),
    new Option('--json', 'print the result as one line of JSON at a terminal, too').env('CHURN_JSON'),
    new Option('--log-level <level>', 'least severe level to log')
      .env('CHURN_LOG_LEVEL')
      .choices(['error', 'warn', 'info', 'debug'])
      .default('info'),
  ];
}

export const commonOptionsSchema = z.object({
  run: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,127}$/,
      'expected letters, digits and . _ : + - (at most 128, starting with a letter or digit)',
    ),
  dataDir: z.string().min(1),
  seed: numberText(z.int().nonnegative()),
  threads: numberText(z.int().min(1).max(256)),
  force: flagText,
  json: flagText,
  logLevel: z.string(),
});
