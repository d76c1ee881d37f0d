import { featureList } from '@churn/shared/features/feature-list';
import type { Tensor } from '../../src/inference/infer-request.ts';

const texts = ['north', null, 'south'];

/** Ready features of eligible customers, with every kind of value missing somewhere. */
export function customers(count: number): Record<string, number | string | null>[] {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      featureList.map(({ kind, name }, index) => {
        if (name === 'days_since_last') return [name, 1 + ((row * 7) % 100)];
        const value = kind === 'numeric' ? ((row + 1) * (index + 3)) % 41 : texts[row % 3]!;
        return [name, (row + index) % 5 === 0 ? null : value];
      }),
    ),
  );
}

export function tensorsOf(
  rows: ReturnType<typeof customers>,
  width: 'flat' | 'column' | 'nested' = 'flat',
): Tensor[] {
  return featureList.map(({ kind, name }) => {
    const cells = rows.map((row) => row[name]);
    return {
      name,
      datatype: kind === 'numeric' ? 'FP64' : 'BYTES',
      shape: width === 'flat' ? [rows.length] : [rows.length, 1],
      data: width === 'nested' ? cells.map((cell) => [cell]) : cells,
    };
  });
}
