import { Router } from 'express';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { methodNotAllowed } from '../http/problem-handler.ts';
import { modelAnswer } from './model-answer.ts';

export function modelRoutes(watch: ChampionWatch): Router {
  const router = Router();
  router
    .route('/v1/model')
    .get((_request, response) => {
      response.json(modelAnswer(requireChampion(watch)));
    })
    .all(methodNotAllowed('GET'));
  return router;
}
