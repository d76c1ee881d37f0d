import type { GateSettings } from '@churn/shared/gate/gate-settings';
import { type GateDecision, judgePromotion, refusalReasons } from '@churn/shared/gate/judge-promotion';
import { isRefitted, type RefitChoice } from '@churn/shared/gate/refit';
import { shareContacted } from '@churn/shared/metrics/share-contacted';
import { changeChampion } from '@churn/shared/registry/change-champion';
import { winnerMetrics } from '@churn/shared/registry/model-metrics';
import { registerModel } from '@churn/shared/registry/register-model';
import {
  type RegistryState,
  requireKnownChampion,
  settleRegistry,
} from '@churn/shared/registry/registry-state';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { readFeaturized } from '../inputs/featurized-input.ts';
import { examineWinner } from '../promote/examine-winner.ts';
import { findSameChampion } from '../promote/find-same-champion.ts';
import { findPromotionInputs, type PromotionInput, readPromotionInput } from '../promote/promotion-input.ts';
import { recordDecision } from '../promote/record-decision.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface PromoteOptions {
  readonly gate: GateSettings;
  readonly refit: RefitChoice;
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
  const evaluatedSha256 = input.winner.modelSha256;
  const isFittedAgain = isRefitted(options.refit, input.evaluation.dataset.split);
  const same = await findSameChampion(layout, champion, evaluatedSha256, isFittedAgain);
  if (same !== undefined) {
    const served = { modelSha256: same.sha256, rows: same.document.training.rows };
    return { outputs: [], metrics: metricsOf(input, options, state, served, [], true) };
  }
  const featurized = await readFeaturized(context, inputs);
  const { content, serving } = await examineWinner(input, featurized, options.refit, context);
  logger.info('winner examined', { serving });
  const evidence = { ...input, championSha256: champion?.modelSha256 ?? null, serving };
  const decisions = judgePromotion(evidence, options.gate);
  const reasons = refusalReasons(decisions);
  const outputs = [await recordDecision(context.store, evidence, options, decisions)];
  const warnings = warningsOf(input, options);
  const evaluated = { modelSha256: evaluatedSha256, rows: input.document.training.rows };
  if (content === undefined || reasons.length > 0) {
    const message = `refused to promote ${input.winner.family} ${evaluatedSha256}: ${reasons.length} of ${decisions.length} rules of the gate say no`;
    return {
      status: 'refused',
      outputs,
      metrics: metricsOf(input, options, state, evaluated, decisions),
      warnings,
      error: { code: 'gate-refused', message, details: reasons },
    };
  }
  signal.throwIfAborted();
  const { evaluation, evaluationSha256 } = input;
  const metrics = winnerMetrics(evaluation, evaluationSha256, context.run);
  const { sha256: modelSha256, document } = await registerModel(layout, { ...content, metrics }, actor);
  const change = { action: 'promote', modelSha256, run: context.run, evaluationSha256 } as const;
  const reason =
    options.reason ?? `every rule of the gate holds (${options.gate.mode}); ${evaluation.winner.reason}`;
  const pointer = await changeChampion(
    layout,
    { ...change, reason, expectedRevision: state.revision },
    actor,
  );
  const served = { modelSha256, rows: document.training.rows };
  const changed = { champion: pointer, revision: pointer.revision };
  return {
    outputs,
    metrics: metricsOf(input, options, changed, served, decisions),
    warnings,
  };
}

function metricsOf(
  { winner }: PromotionInput,
  { gate }: PromoteOptions,
  { champion, revision }: Pick<RegistryState, 'champion' | 'revision'>,
  { modelSha256, rows }: { readonly modelSha256: string; readonly rows: number },
  decisions: readonly GateDecision[],
  alreadyChampion = false,
): StageOutcome['metrics'] {
  return {
    modelSha256,
    evaluatedModelSha256: winner.modelSha256,
    trainingRows: rows,
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
