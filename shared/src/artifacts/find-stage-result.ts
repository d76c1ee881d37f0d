import { readFile, stat } from 'node:fs/promises';
import { badInput } from '../platform/churn-error.ts';
import type { StageName } from '../schema/stage-name.ts';
import { type Artifact, type StageResult, stageResultSchema } from '../schema/stage-result.ts';
import type { ArtifactLayout } from './artifact-layout.ts';
import { parseDocument } from './parse-document.ts';

/** The record an earlier stage of the run left; refused (exit 2) where the run or the stage's record is missing. */
export async function findStageResult(
  layout: ArtifactLayout,
  run: string,
  stage: StageName,
  part?: string,
): Promise<StageResult> {
  const path = layout.stageResult(run, stage, part);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text !== undefined) return parseDocument(stageResultSchema, 'stage-result', text, path);
  const runExists = await stat(layout.runDirectory(run)).then(
    () => true,
    () => false,
  );
  if (!runExists) {
    throw badInput(
      'unknown-run',
      `expected a run "${run}" in ${layout.dataDirectory}, found none: start it with churn ingest`,
    );
  }
  const name = part === undefined ? stage : `${stage} ${part}`;
  throw badInput('stage-not-run', `expected run "${run}" to have finished ${name}, found no result of it`);
}

/** The output of a stage with the given role. */
export function outputOf(result: StageResult, role: string): Artifact {
  const artifact = result.outputs.find((output) => output.role === role);
  if (artifact === undefined) {
    const roles = result.outputs.map((output) => output.role).join(', ');
    throw badInput(
      'output-missing',
      `expected ${result.stage} of run "${result.run}" to have an output "${role}", it has: ${roles}`,
    );
  }
  return artifact;
}
