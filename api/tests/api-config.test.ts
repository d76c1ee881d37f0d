import { readApiConfig } from '../src/api-config.ts';

test('an empty environment gives the documented defaults', () => {
  expect(readApiConfig({})).toEqual({
    dataDirectory: './data',
    host: '127.0.0.1',
    port: 8000,
    logLevel: 'info',
    pollIntervalMs: 1000,
    bodyLimitBytes: 2_000_000,
    maxTransactions: 10_000,
    batchMaxLines: 100_000,
    requestTimeoutMs: 10_000,
    drainDelayMs: 1_000,
    drainTimeoutMs: 10_000,
    keysFile: undefined,
    wrongKeysLimit: 60,
    rateLimit: 0,
    rateWindowMs: 60_000,
    trustedProxies: 0,
  });
});

test.each([
  ['API_PORT', '80a', 'API_PORT: expected a whole number from 0 to 65535, got "80a"'],
  ['API_PORT', '70000', 'API_PORT: expected a whole number from 0 to 65535, got "70000"'],
  ['API_PORT', '', 'API_PORT: expected a whole number from 0 to 65535, got ""'],
  ['API_LOG_LEVEL', 'loud', 'API_LOG_LEVEL: expected one of error, warn, info, debug, got "loud"'],
  [
    'API_KEYS_FILE',
    '',
    'API_KEYS_FILE: expected a file of keys (without the setting, everybody may ask), got ""',
  ],
  ['CHURN_DATA_DIR', '', 'CHURN_DATA_DIR: expected a directory, got ""'],
])('%s=%s is refused with what was expected', (key, value, message) => {
  expect(() => readApiConfig({ [key]: value })).toThrow(message);
});
