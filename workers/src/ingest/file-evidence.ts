import { DateFormatVotes } from '@churn/shared/dialect/date-format-votes';
import { decimalVote } from '@churn/shared/dialect/decimal-vote';
import { detectHeader, type Header, headerProblems } from '@churn/shared/dialect/detect-header';
import {
  type DateFormat,
  type DecimalMark,
  type Delimiter,
  type Encoding,
  type FileDialect,
  quoteMark,
} from '@churn/shared/dialect/dialect';
import { EncodingJudge } from '@churn/shared/dialect/encoding-judge';
import { FormatVotes } from '@churn/shared/dialect/format-votes';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { type DeliveredTable, dateColumns } from '@churn/shared/schema/delivered-table';
import type { Compression } from './delivered-bytes.ts';

/** What the user says about the files; null: find out. */
export interface ToldDialect {
  readonly delimiter: Delimiter | null;
  readonly encoding: Encoding | null;
  readonly dateFormat: DateFormat | null;
  readonly decimal: DecimalMark | null;
}

/** Records from which formats are told; more are heard only while none has told day and month apart. */
const sampledRecords = 10_000;
const longestHeaderBytes = 1 << 16;

/** What a delivered file shows of itself while its bytes pass by. */
export class FileEvidence {
  /** Records after the header. */
  rows = 0;
  header: Header | undefined;
  readonly #table: DeliveredTable;
  readonly #told: ToldDialect;
  readonly #encoding = new EncodingJudge();
  readonly #dates = new DateFormatVotes();
  readonly #decimals = new FormatVotes<DecimalMark>();
  #scanner: RecordScanner | undefined;

  constructor(table: DeliveredTable, told: ToldDialect) {
    this.#table = table;
    this.#told = told;
  }

  feed(chunk: Uint8Array): void {
    this.#encoding.feed(chunk);
    this.#scanner ??= this.#scannerFor(chunk);
    this.#scanner.feed(chunk);
  }

  finish(): void {
    this.#scanner?.finish();
  }

  /** The dialect, or what keeps the file from having one: one sentence a problem. */
  conclude(file: string, compression: Compression): FileDialect | readonly string[] {
    const { encoding, problems } = this.#encoding.finish(this.#told.encoding ?? undefined);
    // Bytes that are no text have no header to complain about.
    if (problems.length > 0) return problems;
    if (this.header === undefined) return ['expected a header line, found none'];
    const { columns, delimiter } = this.header;
    const found = headerProblems(columns, this.#table);
    if (this.rows === 0) found.push('expected rows after the header, found none');
    if (found.length > 0) return found;
    const dateFormat = this.#dates.decide(this.#told.dateFormat);
    const decimal = this.#decimal();
    if (typeof dateFormat === 'object')
      found.push(`expected in ${dateColumns[this.#table]} ${dateFormat.problem}`);
    if (typeof decimal === 'object') found.push(decimal.problem);
    if (typeof dateFormat === 'object' || typeof decimal === 'object') return found;
    const header = [...columns];
    return { file, compression, encoding, delimiter, quote: quoteMark, header, dateFormat, decimal };
  }

  /** The first line tells the delimiter by which records are cut. */
  #scannerFor(firstChunk: Uint8Array): RecordScanner {
    const header = detectHeader(firstLine(firstChunk), this.#table, this.#told.delimiter ?? undefined);
    const date = header.columns.indexOf(dateColumns[this.#table]);
    const amount = header.columns.indexOf('amount');
    return new RecordScanner(header.delimiter, (bytes, start, end, { fault }) => {
      if (this.header === undefined) {
        this.header = header;
        return;
      }
      this.rows += 1;
      const isHeard = this.rows <= sampledRecords || this.#dates.isUndecidedBetweenDayAndMonth;
      if (fault !== null || !isHeard) return;
      // Dates and amounts are ASCII in every encoding that is taken.
      const record = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
      const fields = splitRecord(record, header.delimiter);
      this.#dates.hear((fields[date] ?? '').trim());
      const mark = decimalVote((fields[amount] ?? '').trim());
      if (mark !== undefined) this.#decimals.add(mark);
    });
  }

  #decimal(): DecimalMark | { readonly problem: string } {
    const { verdict } = this.#decimals;
    if (this.#told.decimal !== null) return this.#told.decimal;
    if (verdict.kind === 'contradictory') {
      return { problem: 'expected one decimal mark in amount, found point and comma: choose by --decimal' };
    }
    return verdict.kind === 'decided' ? verdict.format : 'point';
  }
}

function firstLine(chunk: Uint8Array): string {
  const text = new TextDecoder().decode(chunk.subarray(0, longestHeaderBytes));
  return text.split(/\r?\n/).find((line) => line !== '') ?? '';
}
