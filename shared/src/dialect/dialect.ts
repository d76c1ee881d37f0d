import { z } from 'zod';

export const delimiters = [',', ';', '\t', '|'] as const;
export const encodings = ['utf-8', 'latin1'] as const;
export const decimalMarks = ['point', 'comma'] as const;

/** `iso`: 2024-03-01, also with a time after it. `compact`: 20240301. The others: 01/03/2024, also with . or - between. */
export const dateFormats = ['iso', 'compact', 'day-first', 'month-first'] as const;

export type Delimiter = (typeof delimiters)[number];
export type Encoding = (typeof encodings)[number];
export type DecimalMark = (typeof decimalMarks)[number];
export type DateFormat = (typeof dateFormats)[number];

/** The one quote: a field in quotes may hold delimiters and line breaks, a doubled quote is a quote (RFC 4180). */
export const quoteMark = '"';

const fileDialectSchema = z.strictObject({
  /** Name of the delivered file, without its folder. */
  file: z.string(),
  compression: z.enum(['none', 'gzip']),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  quote: z.literal(quoteMark),
  /** Column names as cleaning knows them: trimmed and lower-cased, in the order of the file. */
  header: z.array(z.string()),
  dateFormat: z.enum(dateFormats),
  decimal: z.enum(decimalMarks),
});

/** How the bytes of one delivered file are to be read. */
export type FileDialect = Readonly<z.infer<typeof fileDialectSchema>>;

/** What `ingest` leaves for `clean` (role `dialect`). */
export const deliveryDialectSchema = z.strictObject({
  format: z.literal('churn-dialect'),
  formatVersion: z.literal(1),
  customers: fileDialectSchema,
  transactions: fileDialectSchema,
});

export type DeliveryDialect = Readonly<z.infer<typeof deliveryDialectSchema>>;
