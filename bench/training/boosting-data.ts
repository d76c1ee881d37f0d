import { stat, writeFile } from 'node:fs/promises';
import { seededRandom } from '@churn/shared/platform/seeded-random';

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A file both sides read: the columns one after the other as 32-bit floats, then the labels as such. A tenth of the
 * values is missing, a third of the columns are counts; a dozen columns decide the label, with noise.
 */
export async function makeBoostingData(path: string, { rows, columns }: TableSize): Promise<void> {
  const isThere = await stat(path).then(
    ({ size }) => size === 4 * rows * (columns + 1),
    () => false,
  );
  if (!isThere) await writeFile(path, new Uint8Array(boostingTable({ rows, columns }).buffer));
}

function boostingTable({ rows, columns }: TableSize): Float32Array {
  const random = seededRandom(1);
  const table = new Float32Array(rows * (columns + 1));
  const signal = new Float64Array(rows);
  for (let column = 0; column < columns; column++) {
    const isCount = column % 3 === 0;
    const effect = column < 12 ? 0.5 / (1 + column / 4) : 0;
    for (let row = 0; row < rows; row++) {
      const value = isCount ? Math.floor(12 * random.uniform() ** 2) : random.normal();
      const isMissing = random.uniform() < 0.1;
      table[column * rows + row] = isMissing ? Number.NaN : value;
      if (!isMissing)
        signal[row]! += effect * (isCount ? Math.min(value, 6) / 3 - 1 : value + 0.4 * value * value);
    }
  }
  for (let row = 0; row < rows; row++) {
    table[columns * rows + row] = signal[row]! + 1.2 * random.normal() > 1.5 ? 1 : 0;
  }
  return table;
}
