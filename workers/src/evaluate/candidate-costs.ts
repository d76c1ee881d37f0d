import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { findStageResult } from '@churn/shared/artifacts/find-stage-result';
import type { FeatureMatrix } from '@churn/shared/features/feature-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import { measureLatency } from '@churn/shared/registry/measure-latency';
import { type CandidateCost, candidateCostSchema } from '@churn/shared/schema/candidate-cost';
import { type ModelFamilyName, modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import type { CandidateModel } from '../inputs/candidate-models.ts';

const timedRows = 20;

/** Times single rows of the matrix, and looks up how long the run's training took to fit. */
export async function measureCosts(
  layout: ArtifactLayout,
  run: string,
  models: readonly CandidateModel[],
  matrix: FeatureMatrix,
): Promise<ReadonlyMap<ModelFamilyName, CandidateCost>> {
  const rows = Array.from(
    { length: Math.min(timedRows, matrix.rowCount) },
    (_, row) => selectRows({ matrix, labels: new Uint8Array(matrix.rowCount) }, Int32Array.of(row)).matrix,
  );
  const costs = new Map<ModelFamilyName, CandidateCost>();
  for (const { document, model } of models) {
    const { metrics } = await findStageResult(layout, run, 'train', document.family);
    const { medianMs, p99Ms } = measureLatency(model, rows, () => performance.now());
    costs.set(document.family, {
      fitSeconds: typeof metrics.fitSeconds === 'number' ? metrics.fitSeconds : null,
      medianMicroseconds: medianMs * 1_000,
      p99Microseconds: p99Ms * 1_000,
    });
  }
  return costs;
}

const leaderboardSchema = z.array(candidateCostSchema.extend({ family: z.enum(modelFamilyNames) }));

/** The costs on the leaderboard of an evaluation's record; none where it was made before they were measured. */
export function costsOfRecord({ metrics }: StageResult): ReadonlyMap<ModelFamilyName, CandidateCost> {
  const rows = leaderboardSchema.safeParse(metrics.leaderboard).data ?? [];
  return new Map(rows.map(({ family, ...cost }) => [family, cost]));
}
