import { z } from 'zod';
import { type EvaluationDocument, evaluationDocumentSchema } from '../artifacts/evaluation-document.ts';
import { measuresSchema } from '../artifacts/measures.ts';
import { parseDocument } from '../artifacts/parse-document.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';

const { test, baselines, leakage, winner } = evaluationDocumentSchema.shape;

/** What a registered model's evaluation found, without the rows and without the other candidates. */
const modelMetricsSchema = z.strictObject({
  format: z.literal('churn-model-metrics'),
  formatVersion: z.literal(1),
  /** The run that trained and evaluated the model. */
  run: z.string(),
  evaluationSha256: sha256Schema,
  test,
  measures: measuresSchema,
  baselines,
  slices: winner.shape.slices,
  importance: winner.shape.importance,
  leakage,
});

export type ModelMetrics = Readonly<z.infer<typeof modelMetricsSchema>>;

export function parseModelMetrics(text: string, where: string): ModelMetrics {
  return parseDocument(modelMetricsSchema, 'model-metrics', text, where);
}

/** The metrics of the winner of an evaluation. */
export function winnerMetrics(
  evaluation: EvaluationDocument,
  evaluationSha256: string,
  run: string,
): ModelMetrics {
  const { winner, candidates } = evaluation;
  return {
    format: 'churn-model-metrics',
    formatVersion: 1,
    run,
    evaluationSha256,
    test: evaluation.test,
    measures: candidates.find(({ modelSha256 }) => modelSha256 === winner.modelSha256)!.measures,
    baselines: evaluation.baselines,
    slices: winner.slices,
    importance: winner.importance,
    leakage: evaluation.leakage,
  };
}
