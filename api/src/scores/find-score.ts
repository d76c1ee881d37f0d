import { type FileHandle, open } from 'node:fs/promises';
import { splitRecord } from '@churn/shared/dialect/split-record';
import type { ScoreBlocks } from './score-blocks.ts';

/** A record of the predictions, as `churn score` writes it. */
export interface ScoreRecord {
  readonly probability: number;
  readonly decision: 'churn' | 'stay';
  readonly decile: number;
  readonly reasons: string;
}

/** The record of a customer, found by halving: predictions are in the order of the UTF-8 bytes of customer ids. */
export async function findScore(
  { path, offsets }: ScoreBlocks,
  customerId: string,
): Promise<ScoreRecord | undefined> {
  await using file = await open(path, 'r');
  const wanted = Buffer.from(customerId);
  const block = (index: number) => recordsBetween(file, offsets[index]!, offsets[index + 1]!);
  let low = 0;
  let high = offsets.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const [first] = await block(middle);
    if (Buffer.compare(Buffer.from(first![0]!), wanted) <= 0) low = middle;
    else high = middle;
  }
  if (low === high) return undefined;
  const found = (await block(low)).find(([id]) => id === customerId);
  if (found === undefined) return undefined;
  const [, probability, decision, decile, reasons] = found;
  return {
    probability: Number(probability),
    decision: decision as ScoreRecord['decision'],
    decile: Number(decile),
    reasons: reasons!,
  };
}

async function recordsBetween(file: FileHandle, start: number, end: number): Promise<string[][]> {
  const bytes = Buffer.alloc(end - start);
  await file.read(bytes, 0, bytes.length, start);
  const text = bytes.toString('utf8');
  const records: string[][] = [];
  for (let from = 0; from < text.length; ) {
    const next = recordEnd(text, from);
    records.push(splitRecord(text.slice(from, next).replace(/\r?\n$/, ''), ','));
    from = next;
  }
  return records;
}

/** After the first line break that is not quoted. */
function recordEnd(text: string, from: number): number {
  let isQuoted = false;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === '\n' && !isQuoted) return index + 1;
  }
  return text.length;
}
