import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import {
  type ColumnDrift,
  compareDistributions,
  compareScores,
} from '@churn/shared/drift/compare-distributions';
import { type DriftJudgement, joinJudgements } from '@churn/shared/drift/drift-judgement';
import { judgeDrift } from '@churn/shared/drift/drift-verdict';
import { judgeVolume } from '@churn/shared/drift/judge-volume';
import type { RegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { ScoringTable } from '../score/scoring-table.ts';

/** How far the customers of today have moved from those that the champion was trained on. */
export interface ArrivingDrift {
  readonly rows: number;
  readonly features: readonly ColumnDrift[];
  readonly scores: ColumnDrift;
  readonly judgement: DriftJudgement;
}

export async function arrivingDrift(
  { connection, path, week }: ScoringTable,
  { reference, model }: RegisteredModel,
): Promise<ArrivingDrift> {
  const { matrix } = await readFeatureTable(connection, path);
  const features = compareDistributions(reference.features, matrix);
  const scores = compareScores(reference.scores, model.predictProbability(matrix));
  const rows = matrix.rowCount;
  const judgement = joinJudgements(judgeDrift(rows, features, scores), judgeVolume(week));
  return { rows, features, scores, judgement };
}
