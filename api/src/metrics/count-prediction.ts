import type { ApiMetrics } from './api-metrics.ts';

export interface CountedPrediction {
  readonly probability: number;
  readonly decision: 'churn' | 'stay';
  readonly model: { readonly sha256: string };
}

export function countPrediction(
  metrics: ApiMetrics,
  { probability, decision, model }: CountedPrediction,
): void {
  metrics.predictions.inc({ decision, model: model.sha256 });
  metrics.predictionProbability.observe({ model: model.sha256 }, probability);
}
