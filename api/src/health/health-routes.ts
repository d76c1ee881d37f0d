import { Router } from 'express';
import { z } from 'zod';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { requireNotDraining } from './require-not-draining.ts';

export const liveAnswerSchema = z.strictObject({ status: z.literal('live') });

export const readyAnswerSchema = z.strictObject({
  status: z.literal('ready'),
  model: z.string().describe('SHA-256 of the model that answers.'),
});

/** Live: the process answers. Ready: it has a model, and is not shutting down. */
export function healthRoutes(watch: ChampionWatch, draining: AbortSignal): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' } satisfies z.infer<typeof liveAnswerSchema>);
  });
  router.get('/health/ready', (_request, response) => {
    requireNotDraining(draining);
    const model = requireChampion(watch).registered.sha256;
    response.json({ status: 'ready', model } satisfies z.infer<typeof readyAnswerSchema>);
  });
  return router;
}
