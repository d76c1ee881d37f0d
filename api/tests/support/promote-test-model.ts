import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { changeChampion } from '@churn/shared/registry/change-champion';
import { registerModel } from '@churn/shared/registry/register-model';
import { settleRegistry } from '@churn/shared/registry/registry-state';
import {
  smallBlend,
  smallModel,
  smallModelLookbackDays,
  smallRefittedModel,
} from '../../../shared/tests/registry/small-model.ts';

export const testLookbackDays = smallModelLookbackDays;

const contents = { boosting: smallModel, blend: smallBlend, refitted: smallRefittedModel };

/** Trains a small model, registers it and makes it the champion, as `churn promote` does after its gate; returns its SHA-256. */
export async function promoteTestModel(
  dataDirectory: string,
  {
    seed,
    run,
    kind = 'boosting',
  }: { readonly seed: number; readonly run: string; readonly kind?: keyof typeof contents },
): Promise<string> {
  const layout = new ArtifactLayout(dataDirectory);
  const actor = { by: 'test', now: () => new Date() };
  const content = await contents[kind](seed, run);
  const { sha256 } = await registerModel(layout, content, actor);
  const { revision } = await settleRegistry(layout, actor);
  const { evaluationSha256 } = content.metrics;
  const change = { action: 'promote', modelSha256: sha256, run, reason: 'test', evaluationSha256 } as const;
  await changeChampion(layout, { ...change, expectedRevision: revision }, actor);
  return sha256;
}
