import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { badInput, ChurnError } from '@churn/shared/platform/churn-error';
import type { Artifact, StageResult } from '@churn/shared/schema/stage-result';
import type { StageContext } from '../stage/stage.ts';

/** Records of a run that belong together. */
export interface ReportedStages {
  readonly clean: StageResult;
  readonly evaluate: StageResult;
  /** Undefined where `promote` was not run, or was run for another evaluation. */
  readonly promote: StageResult | undefined;
}

/** Refuses (exit 2) a run whose evaluation was made from other data than its present ones. */
export async function findReportedStages({ layout, run }: StageContext<unknown>): Promise<ReportedStages> {
  const clean = await findStageResult(layout, run, 'clean');
  const featurize = await findStageResult(layout, run, 'featurize');
  const evaluate = await findStageResult(layout, run, 'evaluate');
  for (const role of ['customers', 'transactions']) requireSame(clean, featurize, role);
  requireSame(featurize, evaluate, 'features');
  const promote = await findStageResult(layout, run, 'promote').catch(unlessNotRun);
  const evaluation = outputOf(evaluate, 'evaluation');
  const isOfEvaluation = promote?.inputs.some(({ sha256 }) => sha256 === evaluation.sha256) === true;
  return { clean, evaluate, promote: isOfEvaluation ? promote : undefined };
}

/** What the report reads. */
export function reportedArtifacts({ clean, evaluate, promote }: ReportedStages): readonly Artifact[] {
  return [
    outputOf(clean, 'cleaning-report'),
    ...evaluate.inputs.filter(({ role }) => role.startsWith('search-')),
    outputOf(evaluate, 'evaluation'),
    ...(promote?.outputs.filter(({ role }) => role === 'decision') ?? []),
  ];
}

/** What the report names with its hash, from the delivered bytes to the evaluation. */
export function namedArtifacts({ clean, evaluate }: ReportedStages): readonly Artifact[] {
  return [
    ...clean.inputs.map((artifact) => ({ ...artifact, role: `${artifact.role}, as delivered` })),
    ...clean.outputs,
    ...evaluate.inputs,
    ...evaluate.outputs,
  ];
}

function requireSame(earlier: StageResult, later: StageResult, role: string): void {
  const made = outputOf(earlier, role);
  const used = later.inputs.find((input) => input.role === role);
  if (used?.sha256 === made.sha256) return;
  throw badInput(
    'run-out-of-step',
    `expected ${later.stage} of run "${later.run}" to have used the ${role} ${made.sha256.slice(0, 12)} of its ${earlier.stage}, ` +
      `it used ${used?.sha256.slice(0, 12) ?? 'none'}: run churn ${later.stage} and what follows it again`,
  );
}

function unlessNotRun(error: unknown): undefined {
  if (error instanceof ChurnError && error.code === 'stage-not-run') return undefined;
  throw error;
}
