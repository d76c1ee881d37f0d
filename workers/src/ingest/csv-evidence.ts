import { AmountVotes } from '@churn/shared/dialect/amount-votes';
import type { TableMapping } from '@churn/shared/dialect/column-mapping';
import { DateVotes } from '@churn/shared/dialect/date-votes';
import { detectHeader, type Header } from '@churn/shared/dialect/detect-header';
import { detectQuote } from '@churn/shared/dialect/detect-quote';
import { mostBrokenLines, type Quote } from '@churn/shared/dialect/dialect';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { type DeliveredTable, dateColumns } from '@churn/shared/schema/delivered-table';
import { looseText } from './loose-text.ts';
import type { ToldDialect } from './told-dialect.ts';

/** Records all of which are heard; later ones only now and then, or while nothing has told day and month apart. */
const sampledRecords = 10_000;
const laterSample = 64;
const longestHeaderBytes = 1 << 16;
const linesForQuote = 50;

/** What a delivered CSV shows of itself while its bytes pass by. */
export class CsvEvidence {
  /** Records after the header. */
  rows = 0;
  /** Of those, the ones that cannot be split into the fields of the header. */
  brokenRows = 0;
  header: Header | undefined;
  quote: Quote | null = '"';
  readonly dates = new DateVotes();
  readonly amounts = new AmountVotes();
  readonly #table: DeliveredTable;
  readonly #told: ToldDialect;
  readonly #mapping: TableMapping;
  #head: Uint8Array = new Uint8Array(0);
  #scanner: RecordScanner | undefined;
  #isHeaderSeen = false;
  #isOneLineEach = true;
  #hasEmptyLines = false;
  readonly #brokenLines: number[] = [];
  #areDatesUndecided = false;

  constructor(table: DeliveredTable, told: ToldDialect, mapping: TableMapping) {
    this.#table = table;
    this.#told = told;
    this.#mapping = mapping;
  }

  feed(chunk: Uint8Array): void {
    if (this.#scanner !== undefined) {
      this.#scanner.feed(chunk);
      return;
    }
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    if (this.#head.includes(10) || this.#head.length > longestHeaderBytes) this.#start();
    else this.#head = new Uint8Array(this.#head);
  }

  finish(): void {
    if (this.#scanner === undefined) this.#start();
    this.#scanner!.finish();
  }

  get hasHeader(): boolean {
    return this.#isHeaderSeen;
  }

  /** As `CsvDialect.isSound`, but for the encoding and the packing. A file of one column could hide a row in an empty line. */
  get isSound(): boolean {
    return this.#isOfLines && this.brokenRows === 0;
  }

  /** As `CsvDialect.brokenLines`, but for the encoding and the packing. */
  get brokenLines(): number[] | null {
    const areKnown = this.#isOfLines && !this.#hasEmptyLines && this.brokenRows === this.#brokenLines.length;
    return areKnown ? this.#brokenLines : null;
  }

  get #isOfLines(): boolean {
    const { alone, withReturn, cutOff } = this.#scanner!.lineEnds;
    const linesEndAlike = cutOff === 0 && (alone === 0 || withReturn === 0);
    return this.#isOneLineEach && linesEndAlike && this.header!.names.length > 1;
  }

  /** The first line tells the delimiter by which records are cut. */
  #start(): void {
    const start = this.#head.subarray(0, longestHeaderBytes);
    const lines = looseText(start.subarray(0, start.lastIndexOf(10) + 1 || start.length))
      .split(/\r?\n/)
      .filter((line) => line !== '');
    this.quote =
      this.#told.quote === 'none' ? null : (this.#told.quote ?? detectQuote(lines.slice(0, linesForQuote)));
    const header = detectHeader(
      lines[0] ?? '',
      this.#table,
      this.quote,
      this.#mapping,
      this.#told.delimiter ?? undefined,
    );
    this.header = header;
    const date = header.matched.places[dateColumns[this.#table]] ?? -1;
    const amount = header.matched.places.amount ?? -1;
    const fields = header.names.length;
    this.#scanner = new RecordScanner(
      { delimiter: header.delimiter, quote: this.quote },
      (bytes, start, end, found) => {
        if (found.lines > 1 || found.readsOtherwise) this.#isOneLineEach = false;
        if (!this.#isHeaderSeen) {
          if (found.fault !== null) this.#isOneLineEach = false;
          this.#hasEmptyLines = found.line > 1;
          this.#isHeaderSeen = true;
          return;
        }
        this.rows += 1;
        if (found.line !== this.rows + 1) this.#hasEmptyLines = true;
        if (found.fault !== null || found.fields !== fields) {
          this.brokenRows += 1;
          if (this.brokenRows <= mostBrokenLines) this.#brokenLines.push(found.line);
        } else if (this.#isHeard()) {
          this.#hear(bytes.subarray(start, end), date, amount);
        }
      },
    );
    this.#scanner.feed(this.#head);
    this.#head = new Uint8Array(0);
  }

  #isHeard(): boolean {
    return this.rows <= sampledRecords || this.rows % laterSample === 0 || this.#areDatesUndecided;
  }

  #hear(record: Uint8Array, date: number, amount: number): void {
    const fields = splitRecord(looseText(record), this.header!.delimiter, this.quote);
    this.dates.hear((fields[date] ?? '').trim());
    this.amounts.hear((fields[amount] ?? '').trim());
    this.#areDatesUndecided = this.dates.isUndecided;
  }
}
