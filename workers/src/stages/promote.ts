import type { GateEvidence } from '@churn/shared/gate/gate-rule';
import type { GateSettings } from '@churn/shared/gate/gate-settings';
import { type GateDecision, judgePromotion, refusalReasons } from '@churn/shared/gate/judge-promotion';
import { shareContacted } from '@churn/shared/metrics/share-contacted';
import { loadModel } from '@churn/shared/models/load-model';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { changeChampion } from '@churn/shared/registry/change-champion';
import { checkServing } from '@churn/shared/registry/check-serving';
import { winnerMetrics } from '@churn/shared/registry/model-metrics';
import { registerModel } from '@churn/shared/registry/register-model';
import {
  type RegistryState,
  requireKnownChampion,
  settleRegistry,
} from '@churn/shared/registry/registry-state';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { readFeaturized } from '../inputs/featurized-input.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';
import { describeWinner, type WinnerDescription } from './describe-winner.ts';
import { findPromotionInputs, type PromotionInput, readPromotionInput } from './promotion-input.ts';
import { recordDecision } from './record-decision.ts';

export interface PromoteOptions {
  readonly gate: GateSettings;
  /** Why, for the journal; null: by the gate. */
  readonly reason: string | null;
  /** Who, for the journal. */
  readonly by: string;
}

/** Makes the winner of the run's evaluation the champion, where every rule of the gate holds. */
export function promoteStage(now: () => Date): Stage<PromoteOptions> {
  return {
    name: 'promote',
    cacheable: false,
    findInputs: findPromotionInputs,
    execute: (context, inputs) => promote(context, inputs, now),
  };
}

async function promote(
  context: StageContext<PromoteOptions>,
  inputs: readonly Artifact[],
  now: () => Date,
): Promise<StageOutcome> {
  const { layout, options, signal, logger } = context;
  const input = await readPromotionInput(context, inputs);
  const actor = { by: options.by, now };
  const state = await settleRegistry(layout, actor);
  requireKnownChampion(state, layout);
  const { champion } = state;
  if (champion?.modelSha256 === input.winner.modelSha256) {
    return { outputs: [], metrics: metricsOf(input, options, state, [], true) };
  }
  const { table } = await readFeaturized(context, inputs);
  const { description, serving } = examine(input, (model) => describeWinner(model, table));
  logger.info('winner examined', { serving });
  const evidence = { ...input, championSha256: champion?.modelSha256 ?? null, serving };
  const decisions = judgePromotion(evidence, options.gate);
  const reasons = refusalReasons(decisions);
  const outputs = [await recordDecision(context.store, evidence, options.gate, decisions)];
  const warnings = warningsOf(input, options);
  if (description === undefined || reasons.length > 0) {
    const message = `refused to promote ${input.winner.family} ${input.winner.modelSha256}: ${reasons.length} of ${decisions.length} rules of the gate say no`;
    return {
      status: 'refused',
      outputs,
      metrics: metricsOf(input, options, state, decisions),
      warnings,
      error: { code: 'gate-refused', message, details: reasons },
    };
  }
  signal.throwIfAborted();
  const { modelSha256 } = input.winner;
  const { evaluation, evaluationSha256, modelText } = input;
  const metrics = winnerMetrics(evaluation, evaluationSha256, context.run);
  const { golden, reference } = description;
  await registerModel(layout, { modelText, metrics, golden, reference }, actor);
  const change = { action: 'promote', modelSha256, run: context.run, evaluationSha256 } as const;
  const reason =
    options.reason ?? `every rule of the gate holds (${options.gate.mode}); ${evaluation.winner.reason}`;
  const pointer = await changeChampion(
    layout,
    { ...change, reason, expectedRevision: state.revision },
    actor,
  );
  return {
    outputs,
    metrics: metricsOf(input, options, { champion: pointer, revision: pointer.revision }, decisions),
    warnings,
  };
}

/** Loads the winner from its file, as the API will, and asks what the loaded one answers. */
function examine(
  { document }: PromotionInput,
  describe: (model: ReturnType<typeof loadModel>) => WinnerDescription,
): { description?: WinnerDescription; serving: GateEvidence['serving'] } {
  try {
    const model = loadModel(document);
    const description = describe(model);
    const { golden, predictionsSha256 } = description;
    const checked = checkServing(model, golden, () => performance.now());
    return { description, serving: { ...checked, predictionsSha256 } };
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return { serving: { failure: error.message } };
  }
}

function metricsOf(
  { winner }: PromotionInput,
  { gate }: PromoteOptions,
  { champion, revision }: Pick<RegistryState, 'champion' | 'revision'>,
  decisions: readonly GateDecision[],
  alreadyChampion = false,
): StageOutcome['metrics'] {
  return {
    modelSha256: winner.modelSha256,
    family: winner.family,
    rocAuc: winner.measures.rocAuc.value,
    gate: gate.mode,
    alreadyChampion,
    revision,
    championSha256: champion?.modelSha256 ?? null,
    previousModelSha256: champion?.previousModelSha256 ?? null,
    decisions: decisions.map((decision) => ({ ...decision })),
  };
}

/** What was let pass because the options said so, and a campaign for which the model decides nothing. */
function warningsOf({ evaluation, winner }: PromotionInput, { gate }: PromoteOptions): string[] {
  const { champion, leakage } = evaluation;
  const accepted = leakage.filter(({ check, passed }) => !passed && gate.acceptedLeakage.includes(check));
  return [
    ...accepted.map(({ check, finding }) => `Accepted finding of the leakage check "${check}": ${finding}.`),
    ...(champion?.incomparable != null && gate.replaceIncomparable
      ? [`Replacing a champion that could not be compared: ${champion.incomparable}.`]
      : []),
    ...unselective(winner),
  ];
}

function unselective({ confusion, threshold }: PromotionInput['winner']): string[] {
  const share = shareContacted(confusion);
  if (share > 0 && share < 1) return [];
  const whom = share === 0 ? 'nobody' : 'everyone';
  return [
    `At the threshold ${threshold} of its campaign the model would contact ${whom} of the test: check what the campaign presumes.`,
  ];
}
