import { resolve } from 'node:path';
import { dateFormats, decimalMarks, delimiters, encodings } from '@churn/shared/dialect/dialect';
import { Option } from 'commander';
import { z } from 'zod';
import type { StageCommand } from '../stage/stage-command.ts';
import { type IngestOptions, ingestStage } from '../stages/ingest.ts';

const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

const path = z
  .string('expected the path of a file')
  .min(1, 'expected the path of a file')
  .transform((text) => resolve(text));

const delimiter = z
  .string()
  .transform((text) => (text in delimiterNames ? delimiterNames[text as keyof typeof delimiterNames] : text))
  .pipe(z.enum(delimiters, 'expected comma, semicolon, tab or pipe'));

export const ingestCommand: StageCommand<IngestOptions> = {
  stage: ingestStage,
  summary: 'take the two delivered exports and find out how they are written',
  description:
    'Copies both files unchanged into the data directory and records their dialect: delimiter, encoding (UTF-8 or Latin-1), ' +
    'date format, decimal mark; plain or packed by gzip. What cannot be told from the data is asked for (exit code 2). ' +
    'Customers need the columns customer_id, age, gender, signup_date, region, churn; transactions customer_id, ' +
    'transaction_date, amount, service; in any order, more columns are ignored.',
  options: [
    new Option('--customers <file>', 'export of the customers').env('CHURN_CUSTOMERS'),
    new Option('--transactions <file>', 'export of the transactions').env('CHURN_TRANSACTIONS'),
    new Option('--delimiter <name>', 'comma, semicolon, tab or pipe (default: by the header)').env(
      'CHURN_DELIMITER',
    ),
    new Option('--encoding <name>', `${encodings.join(' or ')} (default: by the bytes)`)
      .env('CHURN_ENCODING')
      .choices(encodings),
    new Option(
      '--date-format <name>',
      'iso 2024-03-01, compact 20240301, day-first 01/03/2024, month-first 03/01/2024 (default: by the dates)',
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
      delimiter: delimiter.optional(),
      encoding: z.enum(encodings).optional(),
      dateFormat: z.enum(dateFormats).optional(),
      decimal: z.enum(decimalMarks).optional(),
    })
    .transform((options) => ({
      customers: options.customers,
      transactions: options.transactions,
      delimiter: options.delimiter ?? null,
      encoding: options.encoding ?? null,
      dateFormat: options.dateFormat ?? null,
      decimal: options.decimal ?? null,
    })),
};
