import { badInput } from '@churn/shared/platform/churn-error';
import { z } from 'zod';

/** A whole number from the environment, where everything is text. */
function wholeNumber(low: number, high: number, defaultValue: number) {
  const expected = `a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, expected)
    .transform(Number)
    .refine((value) => value >= low && value <= high, expected)
    .default(defaultValue);
}

/** Every setting of the API; api/README.md explains each key. */
const environmentSchema = z.object({
  CHURN_DATA_DIR: z.string().min(1, 'a directory').default('./data'),
  API_HOST: z.string().min(1, 'an address to listen on').default('127.0.0.1'),
  API_PORT: wholeNumber(0, 65_535, 8000),
  API_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], { error: 'one of error, warn, info, debug' })
    .default('info'),
  API_POLL_INTERVAL_MS: wholeNumber(10, 3_600_000, 1000),
  API_BODY_LIMIT_BYTES: wholeNumber(1_000, 100_000_000, 2_000_000),
  API_MAX_TRANSACTIONS: wholeNumber(1, 1_000_000, 10_000),
  API_BATCH_MAX_LINES: wholeNumber(1, 10_000_000, 100_000),
  API_REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000, 10_000),
  API_DRAIN_DELAY_MS: wholeNumber(0, 600_000, 1_000),
  API_DRAIN_TIMEOUT_MS: wholeNumber(0, 600_000, 10_000),
  // Empty is refused: it would open to everyone what a script meant to close.
  API_KEYS_FILE: z.string().min(1, 'a file of keys (without the setting, everybody may ask)').optional(),
  API_WRONG_KEYS_LIMIT: wholeNumber(0, 1_000_000_000, 60),
  API_RATE_LIMIT: wholeNumber(0, 1_000_000_000, 0),
  API_RATE_WINDOW_MS: wholeNumber(1_000, 86_400_000, 60_000),
  API_TRUST_PROXY: wholeNumber(0, 100, 0),
});

export interface ApiConfig {
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly pollIntervalMs: number;
  readonly bodyLimitBytes: number;
  readonly maxTransactions: number;
  readonly batchMaxLines: number;
  readonly requestTimeoutMs: number;
  readonly drainDelayMs: number;
  readonly drainTimeoutMs: number;
  readonly keysFile: string | undefined;
  readonly wrongKeysLimit: number;
  readonly rateLimit: number;
  readonly rateWindowMs: number;
  readonly trustedProxies: number;
}

/** Reads the settings once, at start; a wrong one is refused with its key, what was expected and what came. */
export function readApiConfig(environment: Readonly<Record<string, string | undefined>>): ApiConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const key = String(issue.path[0]);
      return `${key}: expected ${issue.message}, got "${environment[key]}"`;
    });
    throw badInput('bad-configuration', problems.join('; '));
  }
  const settings = parsed.data;
  return Object.freeze({
    dataDirectory: settings.CHURN_DATA_DIR,
    host: settings.API_HOST,
    port: settings.API_PORT,
    logLevel: settings.API_LOG_LEVEL,
    pollIntervalMs: settings.API_POLL_INTERVAL_MS,
    bodyLimitBytes: settings.API_BODY_LIMIT_BYTES,
    maxTransactions: settings.API_MAX_TRANSACTIONS,
    batchMaxLines: settings.API_BATCH_MAX_LINES,
    requestTimeoutMs: settings.API_REQUEST_TIMEOUT_MS,
    drainDelayMs: settings.API_DRAIN_DELAY_MS,
    drainTimeoutMs: settings.API_DRAIN_TIMEOUT_MS,
    keysFile: settings.API_KEYS_FILE,
    wrongKeysLimit: settings.API_WRONG_KEYS_LIMIT,
    rateLimit: settings.API_RATE_LIMIT,
    rateWindowMs: settings.API_RATE_WINDOW_MS,
    trustedProxies: settings.API_TRUST_PROXY,
  });
}
