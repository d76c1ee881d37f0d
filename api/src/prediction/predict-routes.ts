import { Router } from 'express';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { jsonBody } from '../http/json-body.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { countPrediction } from '../metrics/count-prediction.ts';
import { predictRequestParser } from './parse-predict-request.ts';
import { predict } from './predict.ts';

export interface PredictLimits {
  readonly bodyLimitBytes: number;
  readonly maxTransactions: number;
}

export function predictRoutes(watch: ChampionWatch, metrics: ApiMetrics, limits: PredictLimits): Router {
  const parse = predictRequestParser(limits.maxTransactions);
  const router = Router();
  router.post('/v1/predict', ...jsonBody(limits.bodyLimitBytes), (request, response) => {
    const champion = requireChampion(watch);
    const answer = predict(champion, parse(request.body));
    countPrediction(metrics, answer);
    response.json(answer);
  });
  return router;
}
