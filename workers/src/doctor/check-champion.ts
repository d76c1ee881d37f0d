import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { HealthCheck } from './health-check.ts';

/**
 * The champion, if there is one, is whole, loads, and repeats its golden rows bit for bit. One of another feature list, as after
 * an upgrade, does not fail: it is trained again with the very stages that are to be run.
 */
export const checkChampion: HealthCheck = {
  check: 'champion',
  examine: async ({ layout }) => {
    const pointer = await readChampionPointer(layout);
    if (pointer === undefined) return { passed: true, finding: 'no model has been promoted yet' };
    const { document, golden } = await loadRegisteredModel(layout, pointer.modelSha256);
    const name = `${document.family} ${pointer.modelSha256.slice(0, 12)}`;
    const finding = `${name} loads and repeats its ${golden.probabilities.length} golden rows`;
    return document.featureListHash === featureListHash
      ? { passed: true, finding }
      : {
          passed: true,
          finding: `${finding}; it was fitted on another feature list`,
          warning:
            `Champion: ${name} was fitted on another feature list than this code computes; score, drift-check and the API ` +
            'refuse it until a model is trained again and promoted with --replace-incomparable.',
        };
  },
};
