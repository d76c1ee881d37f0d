import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { removeTrialLogs, TrialLog } from '@churn/shared/artifacts/trial-log';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { sha256 } from '@churn/shared/platform/sha256';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** All that a trial's scores depend on, besides its settings and its rung. */
export interface SearchIdentity {
  readonly family: ModelFamilyName;
  /** Feature table and its description: rows, labels, split and horizon, and so the folds. */
  readonly inputs: readonly Artifact[];
  readonly seed: number;
  readonly version: string;
}

/** The trials that a search of the same identity has left when it was killed; empty where there was none. */
export async function openUnfinishedSearch(
  layout: ArtifactLayout,
  identity: SearchIdentity,
): Promise<TrialLog> {
  return TrialLog.open(layout.trialLog(keyOf(identity)));
}

/** The search has come to its end and is recorded: its trials are in its history. */
export async function forgetUnfinishedSearch(
  layout: ArtifactLayout,
  identity: SearchIdentity,
): Promise<void> {
  await removeTrialLogs(layout.trialLog(keyOf(identity)));
}

function keyOf({ family, inputs, seed, version }: SearchIdentity): string {
  const read = inputs
    .filter(({ role }) => role === 'features' || role === 'dataset')
    .map(({ role, sha256: hash }) => ({ role, hash }));
  return sha256(canonicalJson({ family, inputs: read, seed, version }));
}
