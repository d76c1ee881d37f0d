import { readFile, rm, writeFile } from 'node:fs/promises';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { sha256 } from '@churn/shared/platform/sha256';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import { type Artifact, type StageResult, stageResultSchema } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import type { Stage, StageContext, StageOutcome } from './stage.ts';
import { withStageLock } from './stage-lock.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';

export interface StageRunSettings {
  /** Compute even if the cache knows the answer. */
  readonly force: boolean;
  /** Who holds the lock: `host:pid`. */
  readonly owner: string;
  readonly peakRssBytes: () => number;
}

/** What the cache keeps: the outcome of a stage that came to its end. */
const { outputs, metrics, warnings } = stageResultSchema.shape;
const cachedOutcomeSchema = z.object({ outputs, metrics, warnings: warnings.default([]) });

/** Runs one stage under the contract: lock, inputs, cache, work, record. Errors pass through to the edge. */
export async function runStage<Options>(
  stage: Stage<Options>,
  context: StageContext<Options>,
  settings: StageRunSettings,
): Promise<StageResult> {
  const startedAt = performance.now();
  const part = stage.part?.(context.options);
  const { layout, run } = context;
  await stage.findInputs(context);
  if (!stage.onlyReads) await sweepTemporaryFiles(layout.temporaryDirectory);
  const work = async () => {
    const inputs = await stage.findInputs(context);
    const cachePath = layout.cacheEntry(stage.name, await cacheKey(stage, context, inputs));
    const cached = stage.cacheable && !settings.force ? await readCache(cachePath, context.store) : undefined;
    const recordPath = layout.stageResult(run, stage.name, part);
    const compute = async () => {
      // Where this attempt fails, later stages must not take up what an earlier one had made.
      if (!stage.onlyReads) await rm(recordPath, { force: true });
      return stage.execute(context, inputs);
    };
    const outcome = cached ?? (await compute());
    const result: StageResult = {
      stage: stage.name,
      run,
      status: cached === undefined ? (outcome.status ?? 'done') : 'cached',
      inputs: [...inputs],
      outputs: [...outcome.outputs],
      metrics: outcome.metrics,
      warnings: [...(outcome.warnings ?? [])],
      ...(outcome.error === undefined
        ? {}
        : { error: { ...outcome.error, details: [...outcome.error.details] } }),
      durationMs: Math.round(performance.now() - startedAt),
      peakRssBytes: settings.peakRssBytes(),
      version: context.version,
    };
    if (stage.cacheable && result.status === 'done') await writeJson(cachePath, outcome);
    if (!stage.onlyReads) await writeJson(recordPath, result);
    await stage.afterRecord?.(context, result);
    return result;
  };
  return stage.onlyReads
    ? work()
    : withStageLock(layout.stageLock(run, stage.name, part), settings.owner, work);
}

async function cacheKey<Options>(
  stage: Stage<Options>,
  context: StageContext<Options>,
  inputs: readonly Artifact[],
): Promise<string> {
  // Under other code the same inputs are computed again.
  const { seed, version, layout } = context;
  const { cacheOptions, toldByCacheOptions = [] } = stage;
  const options = cacheOptions === undefined ? context.options : await cacheOptions(context.options, layout);
  const content = inputs
    .filter(({ role }) => !toldByCacheOptions.includes(role))
    .map(({ role, sha256: hash }) => ({ role, hash }));
  return sha256(canonicalJson({ stage: stage.name, version, options, seed, inputs: content }));
}

/** A cache entry counts only while every file it names is there with the recorded bytes. */
async function readCache(path: string, store: ArtifactStore): Promise<StageOutcome | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const outcome = parseCached(text);
  const intact = await Promise.all(
    (outcome?.outputs ?? []).map((output) =>
      store.verify(output).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (outcome !== undefined && intact.every(Boolean)) return outcome;
  await rm(path, { force: true });
  return undefined;
}

function parseCached(text: string): StageOutcome | undefined {
  try {
    return cachedOutcomeSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, (temporaryPath) => writeFile(temporaryPath, `${JSON.stringify(value)}\n`));
}
