import { writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { StageName } from '@churn/shared/schema/stage-name';
import type { Artifact, StageResult } from '@churn/shared/schema/stage-result';

/** Leaves the record of a stage that has made these outputs. */
export async function leaveResult(
  dataDirectory: string,
  run: string,
  stage: StageName,
  outputs: readonly Artifact[],
  part?: string,
): Promise<void> {
  const result: StageResult = {
    stage,
    run,
    status: 'done',
    inputs: [],
    outputs: [...outputs],
    metrics: {},
    warnings: [],
    durationMs: 0,
    peakRssBytes: 0,
    version: 'test',
  };
  const path = new ArtifactLayout(dataDirectory).stageResult(run, stage, part);
  await writeAtomically(path, (temporaryPath) => writeFile(temporaryPath, JSON.stringify(result)));
}
