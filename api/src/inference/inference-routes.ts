import { type Request, Router } from 'express';
import type { z } from 'zod';
import { apiVersion } from '../api-version.ts';
import type { Champion } from '../champion/champion.ts';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { requireNotDraining } from '../health/require-not-draining.ts';
import { jsonBody } from '../http/json-body.ts';
import { Problem } from '../http/problem.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { countPrediction } from '../metrics/count-prediction.ts';
import { infer } from './infer.ts';
import { inferAnswer } from './infer-answer.ts';
import type {
  modelReadySchema,
  serverLiveSchema,
  serverMetadataSchema,
  serverReadySchema,
} from './infer-answers.ts';
import { modelMetadata, modelName } from './model-metadata.ts';
import { readTensors } from './read-tensors.ts';

const models = [`/v2/models/${modelName}`, `/v2/models/${modelName}/versions/:version`];

/** The Open Inference Protocol (V2) over HTTP; a version is the SHA-256 of a model. */
export function inferenceRoutes(
  watch: ChampionWatch,
  metrics: ApiMetrics,
  bodyLimitBytes: number,
  draining: AbortSignal,
): Router {
  const router = Router();
  const get = <Answer>(path: string, answer: (request: Request) => Answer) =>
    router.get(path, (request, response) => {
      response.json(answer(request));
    });
  const requireReady = (request: Request) => {
    requireNotDraining(draining);
    askedChampion(watch, request);
  };

  get<z.infer<typeof serverMetadataSchema>>('/v2', () => ({
    name: 'churn-api',
    version: apiVersion,
    extensions: [],
  }));
  get<z.infer<typeof serverLiveSchema>>('/v2/health/live', () => ({ live: true }));
  get<z.infer<typeof serverReadySchema>>('/v2/health/ready', (request) => {
    requireReady(request);
    return { ready: true };
  });
  for (const model of models) {
    get(model, (request) => modelMetadata(askedChampion(watch, request)));
    get<z.infer<typeof modelReadySchema>>(`${model}/ready`, (request) => {
      requireReady(request);
      return { name: modelName, ready: true };
    });
    router.post(`${model}/infer`, ...jsonBody(bodyLimitBytes), async (request, response) => {
      const champion = askedChampion(watch, request);
      const tensors = await readTensors(request.body);
      const inferred = await infer(champion, tensors);
      const { sha256 } = champion.registered;
      for (const prediction of inferred) countPrediction(metrics, { ...prediction, model: { sha256 } });
      response.json(inferAnswer(champion, tensors.request, inferred));
    });
  }
  return router;
}

/** The champion of this moment, refused where the path asks for another version. */
function askedChampion(watch: ChampionWatch, request: Request): Champion {
  const champion = requireChampion(watch);
  const { sha256 } = champion.registered;
  const { version } = request.params;
  if (version === undefined || version === sha256) return champion;
  throw new Problem('not-found', `expected version ${sha256}, the one being served, got another one`);
}
