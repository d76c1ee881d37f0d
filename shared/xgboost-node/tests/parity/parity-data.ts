import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const rowCount = 900;
/** Rows of which the model is made; the rest is for validation. */
export const trainCount = 700;
export const queryRows = 20;

/** Columns with gaps, of which the last holds categories, and labels for every kind of objective. */
export interface ParityData {
  readonly columns: readonly Float32Array[];
  readonly binary: Float32Array;
  readonly classes: Float32Array;
  readonly amount: Float32Array;
  readonly count: Float32Array;
  readonly relevance: Float32Array;
  readonly weight: Float32Array;
  readonly baseMargin: Float32Array;
}

export function parityData(): ParityData {
  const uniform = randomNumbers(20_260_101);
  const make = (value: (row: number) => number) =>
    Float32Array.from({ length: rowCount }, (_, row) => value(row));
  const columns = Array.from({ length: 7 }, (_, column) =>
    make(() =>
      uniform() < 0.08 ? Number.NaN : column % 2 === 0 ? 100 * uniform() : Math.floor(9 * uniform()),
    ),
  );
  const category = make(() => Math.floor(6 * uniform()));
  const signal = make((row) => {
    const [a, b] = [columns[0]![row]!, columns[1]![row]!];
    return (
      (Number.isNaN(a) ? 30 : a) / 50 +
      ((Number.isNaN(b) ? 0 : b) > 4 ? 1 : 0) +
      (category[row] === 2 ? 1 : 0)
    );
  });
  return {
    columns: [...columns, category],
    binary: make((row) => (signal[row]! + uniform() > 2 ? 1 : 0)),
    classes: make((row) => Math.min(2, Math.floor(signal[row]! + uniform() / 2))),
    amount: make((row) => 10 * signal[row]! + 5 * uniform()),
    count: make((row) => Math.floor(3 * signal[row]! * uniform())),
    relevance: make((row) => Math.min(3, Math.floor(signal[row]! + uniform()))),
    weight: make(() => 0.5 + uniform()),
    baseMargin: make(() => uniform() - 0.5),
  };
}

/** Little-endian files of 32-bit floats, the columns one after the other in one of them. */
export async function writeParityData(folder: string, { columns, ...labels }: ParityData): Promise<void> {
  await writeFile(join(folder, 'columns.f32'), Buffer.concat(columns.map(bytesOf)));
  for (const [name, values] of Object.entries(labels)) {
    await writeFile(join(folder, `${name}.f32`), bytesOf(values as Float32Array));
  }
}

function bytesOf(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** Mulberry32: the same numbers everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
