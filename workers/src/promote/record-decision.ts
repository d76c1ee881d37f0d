import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { DecisionDocument } from '@churn/shared/gate/decision-document';
import type { GateEvidence } from '@churn/shared/gate/gate-rule';
import type { GateSettings } from '@churn/shared/gate/gate-settings';
import type { GateDecision } from '@churn/shared/gate/judge-promotion';
import type { RefitChoice } from '@churn/shared/gate/refit';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** Keeps what the gate decided, promoted or not, as an artifact. */
export function recordDecision(
  store: ArtifactStore,
  evidence: Pick<GateEvidence, 'winner' | 'championSha256' | 'serving'> & {
    readonly evaluationSha256: string;
  },
  { gate, refit: refitChoice }: { readonly gate: GateSettings; readonly refit: RefitChoice },
  decisions: GateDecision[],
): Promise<Artifact> {
  const document: DecisionDocument = {
    format: 'churn-decision',
    formatVersion: 1,
    promoted: decisions.every(({ passed }) => passed),
    modelSha256: evidence.winner.modelSha256,
    refit: 'failure' in evidence.serving ? null : evidence.serving.refit,
    refitChoice,
    evaluationSha256: evidence.evaluationSha256,
    championSha256: evidence.championSha256,
    settings: { ...gate, acceptedLeakage: [...gate.acceptedLeakage] },
    decisions: decisions.map(({ measured: _, ...decision }) => decision),
  };
  return store.addDocument({ folder: 'evaluations', role: 'decision' }, document);
}
