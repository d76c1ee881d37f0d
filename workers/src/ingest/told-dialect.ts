import type { DateFormat, DecimalMark, Delimiter, Encoding, Quote } from '@churn/shared/dialect/dialect';

/** What the user says about how the files are written; null: find out. */
export interface ToldDialect {
  readonly delimiter: Delimiter | null;
  readonly quote: Quote | 'none' | null;
  readonly encoding: Encoding | null;
  readonly dateFormat: DateFormat | null;
  readonly decimal: DecimalMark | null;
}
