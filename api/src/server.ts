import { ChurnError, exitCodes } from '@churn/shared/platform/churn-error';
import { createLogger } from '@churn/shared/platform/logger';
import { readApiConfig } from './api-config.ts';
import { startApi } from './start-api.ts';

try {
  const config = readApiConfig(process.env);
  const logger = createLogger({
    stream: process.stderr,
    level: config.logLevel,
    forTerminal: process.stderr.isTTY === true,
    fields: { service: 'api' },
  });
  const api = await startApi(config, logger, () => new Date());
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const complete = await api.drain();
    logger.info('stopped', { complete });
    process.exitCode = complete ? exitCodes.done : exitCodes.unexpected;
    logger.end(() => process.exit());
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  const known = error instanceof ChurnError;
  process.stderr.write(`churn api: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(known ? exitCodes.badInput : exitCodes.unexpected);
}
