import type { Writable } from 'node:stream';
import winston from 'winston';
import { visibleText } from './visible-text.ts';

export type Logger = winston.Logger;

export interface LoggerSettings {
  readonly stream: Writable;
  readonly level: string;
  /** Coloured lines for a person at a terminal, with the entries of a list each on a line below; JSON lines for everything else. */
  readonly forTerminal: boolean;
  /** Fields that stand on every line, such as stage and run. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The one logger of a process; parts take `logger.child({...})`. Writes only to `stream`, never to stdout. */
export function createLogger(settings: LoggerSettings): Logger {
  const { combine, timestamp, json, colorize, printf } = winston.format;
  const line = printf(({ level, message, timestamp: at, ...fields }) => {
    const extra = Object.entries(fields).filter(([key]) => !(key in settings.fields));
    const beside = extra
      .filter(([, value]) => !Array.isArray(value))
      .map(([key, value]) => visibleText(` ${key}=${JSON.stringify(value)}`));
    const below = extra
      .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : []))
      .map((entry) => `\n    ${visibleText(typeof entry === 'string' ? entry : JSON.stringify(entry))}`);
    return `${String(at).slice(11, 19)} ${level} ${visibleText(String(message))}${[...beside, ...below].join('')}`;
  });
  return winston.createLogger({
    level: settings.level,
    defaultMeta: settings.fields,
    format: settings.forTerminal ? combine(timestamp(), colorize(), line) : combine(timestamp(), json()),
    transports: [new winston.transports.Stream({ stream: settings.stream })],
  });
}
