import { XGBoostError } from './xgboost-error.ts';

const integers = {
  i: [1, 'getInt8'],
  U: [1, 'getUint8'],
  I: [2, 'getInt16'],
  l: [4, 'getInt32'],
  L: [8, 'getBigInt64'],
} as const;
const numbers = { ...integers, d: [4, 'getFloat32'], D: [8, 'getFloat64'] } as const;
const words = new Map<string, null | boolean>([
  ['Z', null],
  ['T', true],
  ['F', false],
]);
/** Deeper than any model; a document of nothing but openings would exhaust the stack. */
const deepest = 32;

/**
 * Reads Universal Binary JSON (ubjson.org, draft 12) as libxgboost writes it: numbers big-endian, arrays with a type and
 * a count before their values. Unlike the library's own reader it never looks beyond the end of the bytes.
 */
export function readUbjson(bytes: Uint8Array): unknown {
  const reader = new UbjsonReader(bytes);
  const value = reader.value(reader.marker(), 0);
  if (reader.at !== bytes.length) throw reader.fault('the end of the document');
  return value;
}

class UbjsonReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  fault(expected: string): XGBoostError {
    return new XGBoostError(`expected a whole model, got none of ${expected} at byte ${this.at}`);
  }

  marker(): string {
    return String.fromCharCode(this.#bytes[this.#take(1)]!);
  }

  value(marker: string, depth: number): unknown {
    if (depth > deepest) throw this.fault('fewer levels');
    if (marker === '{') return this.#object(depth + 1);
    if (marker === '[') return this.#array(depth + 1);
    if (marker === 'S') return this.#text();
    const word = words.get(marker);
    return word === undefined ? this.#number(marker) : word;
  }

  #object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    while (this.#peek() !== '}') entries.push([this.#text(), this.value(this.marker(), depth)]);
    this.at += 1;
    return Object.fromEntries(entries);
  }

  #array(depth: number): unknown[] {
    const type = this.#skips('$') ? this.marker() : undefined;
    if (this.#skips('#')) {
      const count = this.#count();
      const values: unknown[] = [];
      for (let k = 0; k < count; k++) values.push(this.value(type ?? this.marker(), depth));
      return values;
    }
    if (type !== undefined) throw this.fault('a count');
    const values: unknown[] = [];
    while (this.#peek() !== ']') values.push(this.value(this.marker(), depth));
    this.at += 1;
    return values;
  }

  #number(marker: string): number {
    const kind = numbers[marker as keyof typeof numbers];
    if (kind === undefined) throw this.fault('a value');
    return Number(this.#view[kind[1]](this.#take(kind[0])));
  }

  /** A length or a count: no more than bytes are left, since each thing takes one at least. */
  #count(): number {
    const marker = this.marker();
    const count = marker in integers ? this.#number(marker) : -1;
    if (count < 0 || count > this.#bytes.length - this.at) throw this.fault('a count');
    return count;
  }

  #text(): string {
    const length = this.#count();
    const start = this.#take(length);
    return new TextDecoder().decode(this.#bytes.subarray(start, start + length));
  }

  #peek(): string {
    if (this.at >= this.#bytes.length) throw this.fault('more bytes');
    return String.fromCharCode(this.#bytes[this.at]!);
  }

  #skips(marker: string): boolean {
    if (this.#peek() !== marker) return false;
    this.at += 1;
    return true;
  }

  #take(length: number): number {
    if (this.#bytes.length - this.at < length) throw this.fault('more bytes');
    const start = this.at;
    this.at += length;
    return start;
  }
}
