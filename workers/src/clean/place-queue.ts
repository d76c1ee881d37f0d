import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';

/** As many as the next chunk can have: 1 MiB and what the one before left over, at two bytes or more a record. */
const recordsOfChunk = 1 << 20;

export interface ChosenPlace {
  readonly rule: string;
  /** Packed texts of the record as the database has them; null where it has values only. */
  readonly texts: string | null;
  /** The value after cleaning, where the place is an example. */
  readonly became: string | null;
}

/** Places of records in their order, each with its rule, read from a query as they are needed. */
export class PlaceQueue {
  readonly #result: DuckDBResult;
  #places: number[] = [];
  #rules: string[] = [];
  #texts: (string | null)[] = [];
  #became: (string | null)[] = [];
  #at = 0;
  #isExhausted = false;

  private constructor(result: DuckDBResult) {
    this.#result = result;
  }

  /** `sql` selects the place (DOUBLE), ascending, the rule, the packed texts where they are known, and what became of the value. */
  static async open(connection: DuckDBConnection, sql: string): Promise<PlaceQueue> {
    const queue = new PlaceQueue(await connection.stream(sql));
    await queue.refill();
    return queue;
  }

  get isEmpty(): boolean {
    return this.#at === this.#places.length;
  }

  /** The place of the next entry; undefined where there is none. */
  get nextPlace(): number | undefined {
    return this.#places[this.#at];
  }

  /** Afterwards the next chunk's entries are there, or all that are left. */
  async refill(): Promise<void> {
    if (this.#isExhausted || this.#places.length - this.#at >= recordsOfChunk) return;
    this.#places = this.#places.slice(this.#at);
    this.#rules = this.#rules.slice(this.#at);
    this.#texts = this.#texts.slice(this.#at);
    this.#became = this.#became.slice(this.#at);
    this.#at = 0;
    while (!this.#isExhausted && this.#places.length < recordsOfChunk) {
      const chunk = await this.#result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) {
        this.#isExhausted = true;
        return;
      }
      for (const place of chunk.getColumnValues(0)) this.#places.push(Number(place));
      for (const rule of chunk.getColumnValues(1)) this.#rules.push(String(rule));
      for (const text of chunk.getColumnValues(2)) this.#texts.push(text === null ? null : String(text));
      for (const text of chunk.getColumnValues(3)) this.#became.push(text === null ? null : String(text));
    }
  }

  /** The next entry where it is of this place, and then takes it; undefined where it is of another. A place may have several. */
  take(place: number): ChosenPlace | undefined {
    const at = this.#at;
    if (this.#places[at] !== place) return undefined;
    this.#at += 1;
    return { rule: this.#rules[at]!, texts: this.#texts[at]!, became: this.#became[at]! };
  }
}
