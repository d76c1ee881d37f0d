import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

/** Numbers with gaps, one categorical column, and a label that follows days since last, spend and region. */
export function syntheticCustomers(rowCount: number, seed: number, noiseColumns = 3): LabelledMatrix {
  const random = seededRandom(seed);
  const numbers = () =>
    Float64Array.from({ length: rowCount }, () =>
      random.uniform() < 0.1 ? Number.NaN : 100 * random.uniform(),
    );
  const daysSinceLast = numbers();
  const spend = numbers();
  const regions = Int32Array.from({ length: rowCount }, () => random.integer(-1, 2));
  const labels = Uint8Array.from({ length: rowCount }, (_, row) => {
    const late = (daysSinceLast[row]! || 50) - 50;
    const margin = late / 12 - ((spend[row]! || 50) - 50) / 40 + (regions[row] === 1 ? 1 : -0.5);
    return random.uniform() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
  });
  return {
    labels,
    matrix: {
      rowCount,
      columns: [
        { kind: 'numeric', name: 'days_since_last', values: daysSinceLast },
        { kind: 'categorical', name: 'region', codes: regions, levels: ['north', 'south', 'west'] },
        { kind: 'numeric', name: 'spend', values: spend },
        ...Array.from({ length: noiseColumns }, (_, index) => ({
          kind: 'numeric' as const,
          name: `noise_${index}`,
          values: numbers(),
        })),
      ],
    },
  };
}
