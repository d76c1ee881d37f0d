import { Router } from 'express';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { modelAnswer } from './model-answer.ts';

export function modelRoutes(watch: ChampionWatch): Router {
  const router = Router();
  router.get('/v1/model', (_request, response) => {
    response.json(modelAnswer(requireChampion(watch)));
  });
  return router;
}
