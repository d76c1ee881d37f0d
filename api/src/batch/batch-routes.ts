import type { Logger } from '@churn/shared/platform/logger';
import { Router } from 'express';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { Problem } from '../http/problem.ts';
import { unforeseenProblem } from '../http/problem-handler.ts';
import { requireContentType } from '../http/require-content-type.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { countPrediction } from '../metrics/count-prediction.ts';
import { predictRequestParser } from '../prediction/parse-predict-request.ts';
import { predict } from '../prediction/predict.ts';
import type { PredictLimits } from '../prediction/predict-routes.ts';
import { parseLine } from './parse-line.ts';
import { requireUnpacked } from './require-unpacked.ts';
import { streamAnswers } from './stream-answers.ts';

export interface BatchLimits extends PredictLimits {
  readonly batchMaxLines: number;
  /** Of a request; of a batch, of each of its lines. */
  readonly requestTimeoutMs: number;
}

/** `POST /v1/predict` for each line of a body, all by the champion of the moment when the body begins. */
export function batchRoutes(
  watch: ChampionWatch,
  metrics: ApiMetrics,
  logger: Logger,
  limits: BatchLimits,
): Router {
  const parse = predictRequestParser(limits.maxTransactions);
  const streamLimits = {
    lines: limits.batchMaxLines,
    lineBytes: limits.bodyLimitBytes,
    lineTimeoutMs: limits.requestTimeoutMs,
  };
  const router = Router();
  router.post(
    '/v1/predict/batch',
    requireContentType('application/x-ndjson'),
    requireUnpacked,
    async (request, response) => {
      const champion = requireChampion(watch);
      await streamAnswers(request, response, streamLimits, ({ number, bytes }, index) => {
        try {
          const prediction = predict(champion, parse(parseLine(bytes, limits.bodyLimitBytes)));
          countPrediction(metrics, prediction);
          metrics.batchLines.inc({ outcome: 'prediction' });
          return { index, ...prediction };
        } catch (error) {
          const problem =
            error instanceof Problem ? error : unforeseenProblem(error, logger, response.locals.requestId);
          metrics.batchLines.inc({ outcome: problem.kind });
          return { index, line: number, problem: problem.toDocument() };
        }
      });
    },
  );
  return router;
}
