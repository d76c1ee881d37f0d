import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { HealthCheck } from './health-check.ts';

/** The champion, if there is one, is whole, loads, and repeats its golden rows bit for bit. */
export const checkChampion: HealthCheck = {
  check: 'champion',
  examine: async ({ layout }) => {
    const pointer = await readChampionPointer(layout);
    if (pointer === undefined) return { passed: true, finding: 'no model has been promoted yet' };
    const { document, golden } = await loadRegisteredModel(layout, pointer.modelSha256);
    const rows = golden.probabilities.length;
    return {
      passed: true,
      finding: `${document.family} ${pointer.modelSha256.slice(0, 12)} loads and repeats its ${rows} golden rows`,
    };
  },
};
