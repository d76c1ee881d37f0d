import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { badInput } from '@churn/shared/platform/churn-error';
import type { ChampionPointer } from '@churn/shared/registry/champion-pointer';
import { changeChampion } from '@churn/shared/registry/change-champion';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { previousChampion } from '@churn/shared/registry/previous-champion';
import { type RegistryState, settleRegistry } from '@churn/shared/registry/registry-state';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface RollbackOptions {
  /** SHA-256 of a registered model; null: the champion before the present one. */
  readonly to: string | null;
  readonly reason: string;
  /** Who, for the journal. */
  readonly by: string;
}

/** Makes a registered model the champion again, as a new revision; no gate is asked, only whether the model loads. */
export function rollbackStage(now: () => Date): Stage<RollbackOptions> {
  return {
    name: 'rollback',
    cacheable: false,
    findInputs: async () => [],
    execute: (context) => rollback(context, now),
  };
}

async function rollback(
  { layout, options }: StageContext<RollbackOptions>,
  now: () => Date,
): Promise<StageOutcome> {
  const actor = { by: options.by, now };
  const state = await settleRegistry(layout, actor);
  const to = options.to ?? requirePrevious(state);
  if (state.champion?.modelSha256 === to) {
    return {
      outputs: [],
      metrics: metricsOf(state.champion, true),
      warnings: [`Model ${to} is the champion already.`],
    };
  }
  const { document, metrics } = await loadRegisteredModel(layout, to);
  if (document.featureListHash !== featureListHash) {
    throw badInput(
      'feature-list-differs',
      `expected a model fitted on feature list ${featureListHash}, as this code computes it, model ${to} was fitted on ${document.featureListHash}`,
    );
  }
  const pointer = await changeChampion(
    layout,
    {
      action: 'rollback',
      modelSha256: to,
      run: metrics.run,
      reason: options.reason,
      evaluationSha256: metrics.evaluationSha256,
      expectedRevision: state.revision,
    },
    actor,
  );
  return { outputs: [], metrics: metricsOf(pointer, false) };
}

function requirePrevious(state: RegistryState): string {
  const previous = previousChampion(state);
  if (previous !== null) return previous;
  const { champion } = state;
  throw badInput(
    'no-previous-champion',
    champion === undefined
      ? 'expected a champion to go back from, found none: name a model with --to'
      : `expected a champion before ${champion.modelSha256}, it was the first: name a model with --to`,
  );
}

function metricsOf(champion: ChampionPointer, alreadyChampion: boolean): StageOutcome['metrics'] {
  const { modelSha256, previousModelSha256, revision, run } = champion;
  return { modelSha256, previousModelSha256, revision, trainedByRun: run, alreadyChampion };
}
