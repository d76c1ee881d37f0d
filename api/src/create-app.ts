import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { Logger } from '@churn/shared/platform/logger';
import express, { type Express } from 'express';
import { guard } from './access/guard.ts';
import type { GuardDependencies } from './access/guard-dependencies.ts';
import { type BatchLimits, batchRoutes } from './batch/batch-routes.ts';
import type { ChampionWatch } from './champion/champion-watch.ts';
import { healthRoutes } from './health/health-routes.ts';
import { closeWhenDraining } from './http/close-when-draining.ts';
import { observeRequest } from './http/observe-request.ts';
import { pathNotFound, problemHandler } from './http/problem-handler.ts';
import { requestId } from './http/request-id.ts';
import { inferenceRoutes } from './inference/inference-routes.ts';
import { sendInferenceError } from './inference/send-inference-error.ts';
import { metricsRoutes } from './metrics/metrics-routes.ts';
import { modelRoutes } from './model/model-routes.ts';
import { openApiRoutes } from './openapi/openapi-routes.ts';
import { pageRoutes } from './page/page-routes.ts';
import { predictRoutes } from './prediction/predict-routes.ts';
import { scoreRoutes } from './scores/score-routes.ts';

export interface AppDependencies extends GuardDependencies {
  readonly layout: ArtifactLayout;
  readonly watch: ChampionWatch;
  readonly logger: Logger;
  readonly limits: BatchLimits;
  /** How many proxies stand before the API, each of which adds the address it was asked from to `x-forwarded-for`. */
  readonly trustedProxies: number;
  /** Aborted once the process has begun to shut down. */
  readonly draining: AbortSignal;
}

/** The routes of the API, without a server. Routers only: a mounted app would change every request's prototype. */
export function createApp(dependencies: AppDependencies): Express {
  const { layout, watch, metrics, logger, limits, draining, trustedProxies } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustedProxies);
  app.use(requestId);
  app.use(observeRequest(logger, metrics));
  app.use(closeWhenDraining(draining));
  app.use(guard(dependencies));
  app.use(predictRoutes(watch, metrics, limits));
  app.use(batchRoutes(watch, metrics, logger, limits));
  app.use(modelRoutes(watch, layout));
  app.use(scoreRoutes(layout));
  app.use(inferenceRoutes(watch, metrics, limits.bodyLimitBytes, draining));
  app.use(healthRoutes(watch, draining));
  app.use(metricsRoutes(metrics));
  app.use(openApiRoutes(limits));
  app.use(pageRoutes());
  app.use(pathNotFound);
  app.use('/v2', problemHandler(logger, limits.bodyLimitBytes, sendInferenceError));
  app.use(problemHandler(logger, limits.bodyLimitBytes));
  return app;
}
