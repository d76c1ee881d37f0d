import { resolve } from 'node:path';
import {
  type Delimiter,
  dateFormats,
  decimalMarks,
  encodings,
  type Quote,
} from '@churn/shared/dialect/dialect';
import { parseDay } from '@churn/shared/platform/calendar-day';
import { Option } from 'commander';
import { z } from 'zod';
import type { IngestOptions } from '../ingest/ingest-options.ts';
import { largestDocumentMebibytes } from '../inputs/read-user-document.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { ingestStage } from '../stages/ingest.ts';

const delimiterNames: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
};
const quoteNames: Readonly<Record<string, Quote | 'none'>> = { double: '"', single: "'", none: 'none' };

const path = z
  .string('expected the path of a file, a folder or a glob')
  .min(1, 'expected the path of a file, a folder or a glob')
  .transform((text) => resolve(text))
  .optional();

/** A choice by its name, or by the sign itself. */
function named<T extends string>(names: Readonly<Record<string, T>>, expected: string) {
  return z
    .string()
    .transform((text, context): T => {
      const chosen =
        (Object.hasOwn(names, text) ? names[text] : undefined) ??
        Object.values(names).find((sign) => sign === text);
      if (chosen !== undefined) return chosen;
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    })
    .optional();
}

export const ingestCommand: StageCommand<IngestOptions> = {
  stage: ingestStage,
  summary: 'take the two delivered exports and find out how they are written',
  description:
    'Copies the files unchanged into the data directory and records how they are written: CSV (delimiter, quote, encoding, date ' +
    'formats, decimal mark, currency; plain or packed by gzip or zstd) or Parquet, and which column is which. What cannot be told ' +
    'from the data is asked for (exit code 2). Customers need the column customer_id and should have age, gender, ' +
    'signup_date, region, churn; transactions need customer_id, transaction_date, amount and should have service; in any ' +
    'order and under other known names, more columns are ignored. With --append-to, the files of an earlier run come before ' +
    'the new ones; bytes taken before are not taken twice (exit code 99 where nothing is new).',
  options: [
    new Option('--customers <path>', 'export of the customers: a file, a folder or a glob in quotes').env(
      'CHURN_CUSTOMERS',
    ),
    new Option('--transactions <path>', 'export of the transactions: the same').env('CHURN_TRANSACTIONS'),
    new Option('--append-to <run>', 'run whose files come before the new ones').env('CHURN_APPEND_TO'),
    new Option('--arrived <day>', 'day on which the new files came, YYYY-MM-DD (default: not known)').env(
      'CHURN_ARRIVED',
    ),
    new Option(
      '--columns <file>',
      `JSON file of at most ${largestDocumentMebibytes} MiB that names the columns of the exports: {"transactions": {"amount": "Betrag"}}`,
    ).env('CHURN_COLUMNS'),
    new Option('--delimiter <name>', 'comma, semicolon, tab or pipe (default: by the header)').env(
      'CHURN_DELIMITER',
    ),
    new Option('--quote <name>', 'double, single or none (default: by the first lines)').env('CHURN_QUOTE'),
    new Option('--encoding <name>', 'encoding of the text (default: by the bytes)')
      .env('CHURN_ENCODING')
      .choices(encodings),
    new Option(
      '--date-format <name>',
      'day-first or month-first: how 01/02/2024 is read; iso, compact or named: take only 2024-03-01, 20240301 or 1 Mar 2024 ' +
        '(default: by the dates)',
    )
      .env('CHURN_DATE_FORMAT')
      .choices(dateFormats),
    new Option('--decimal <mark>', 'decimal mark of amounts (default: by the amounts)')
      .env('CHURN_DECIMAL')
      .choices(decimalMarks),
  ],
  schema: z
    .object({
      customers: path,
      transactions: path,
      appendTo: z.string().min(1).optional(),
      arrived: z
        .string()
        .refine((text) => parseDay(text) !== undefined, 'expected a day of the calendar as YYYY-MM-DD')
        .optional(),
      columns: path,
      delimiter: named(delimiterNames, 'expected comma, semicolon, tab or pipe'),
      quote: named(quoteNames, 'expected double, single or none'),
      encoding: z.enum(encodings).optional(),
      dateFormat: z.enum(dateFormats).optional(),
      decimal: z.enum(decimalMarks).optional(),
    })
    .transform((options) => ({
      customers: options.customers ?? null,
      transactions: options.transactions ?? null,
      appendTo: options.appendTo ?? null,
      arrived: options.arrived ?? null,
      columns: options.columns ?? null,
      delimiter: options.delimiter ?? null,
      quote: options.quote ?? null,
      encoding: options.encoding ?? null,
      dateFormat: options.dateFormat ?? null,
      decimal: options.decimal ?? null,
    })),
};
