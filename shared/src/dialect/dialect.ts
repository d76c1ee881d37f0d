import { z } from 'zod';

export const delimiters = [',', ';', '\t', '|'] as const;
export const quotes = ['"', "'"] as const;
/** `latin1` is read as Windows-1252, which has Latin-1's letters and the euro sign. */
export const encodings = ['utf-8', 'latin1', 'utf-16le', 'utf-16be'] as const;
export const compressions = ['none', 'gzip', 'zstd'] as const;
export const decimalMarks = ['point', 'comma'] as const;

/**
 * `iso`: 2024-03-01 (also with / or blanks between), also with a time or zone after it. `compact`: 20240301. `named`: 1 Mar 2024,
 * 01-MAR-24, Mar 1, 2024. The others: 01/03/2024 or 01/03/24, also with . or - between.
 */
export const dateFormats = ['iso', 'compact', 'named', 'day-first', 'month-first'] as const;

export type Delimiter = (typeof delimiters)[number];
/** A field in quotes may hold delimiters and line breaks, a doubled quote is a quote (RFC 4180). */
export type Quote = (typeof quotes)[number];
export type Encoding = (typeof encodings)[number];
export type Compression = (typeof compressions)[number];
export type DecimalMark = (typeof decimalMarks)[number];
export type DateFormat = (typeof dateFormats)[number];

/** So many broken lines are remembered; a file with more is scanned again where its records are asked for. */
export const mostBrokenLines = 100_000;

const csvDialectSchema = z.strictObject({
  compression: z.enum(compressions),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  /** Null: no field is quoted. */
  quote: z.enum(quotes).nullable(),
  /** Every record stands on one line and has the fields of the header, all lines end alike: any reader reads the same. */
  isSound: z.boolean(),
  /**
   * Lines that are no record with the fields of the header, ascending, where every other line after the first is one, so that a line
   * break alone ends a record. Null where only a scan tells the records: of other encodings, packed, with line breaks in quotes, with
   * empty lines between them, or with more than `mostBrokenLines`.
   */
  brokenLines: z.array(z.number().int()).max(mostBrokenLines).nullable().default(null),
});

const fileDialectSchema = z.strictObject({
  /** Name of the delivered file, which no other file of its table has. */
  file: z.string(),
  sha256: z.string(),
  /** Records after the header. */
  rows: z.number().int(),
  /** Which delivery it came with, from 0; a later delivery corrects an earlier one. */
  delivery: z.number().int(),
  /** Day on which it came, where that is known. */
  arrivedOn: z.iso.date().nullable(),
  /** Column names as written, in the order of the file. */
  header: z.array(z.string()),
  /** Our columns that it has, and the place of each in the header. */
  places: z.record(z.string(), z.number().int()),
  /** Formats in which its dates are read; at most one of day-first and month-first. */
  dates: z.array(z.enum(dateFormats)),
  decimal: z.enum(decimalMarks),
  /** The one currency that its amounts name; null where they name none. */
  currency: z.string().nullable(),
  /** Null: the file is Parquet. */
  csv: csvDialectSchema.nullable(),
});

/** How the bytes of one delivered file are to be read. */
export type FileDialect = Readonly<z.infer<typeof fileDialectSchema>>;
export type CsvDialect = Readonly<z.infer<typeof csvDialectSchema>>;

/** What `ingest` leaves for `clean` (role `dialect`): the files of each table, in the order in which they count. */
export const deliveryDialectSchema = z.strictObject({
  format: z.literal('churn-dialect'),
  /** Format 2 has no `brokenLines`. */
  formatVersion: z.union([z.literal(2), z.literal(3)]),
  customers: z.array(fileDialectSchema).min(1),
  transactions: z.array(fileDialectSchema).min(1),
});

export type DeliveryDialect = Readonly<z.infer<typeof deliveryDialectSchema>>;
