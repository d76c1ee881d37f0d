import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { readJournal } from '@churn/shared/registry/journal';
import { Router } from 'express';
import type { ChampionWatch } from '../champion/champion-watch.ts';
import { requireChampion } from '../champion/require-champion.ts';
import { modelAnswer } from './model-answer.ts';
import { modelsAnswer } from './models-answer.ts';
import { RegistryReader } from './registry-reader.ts';

export function modelRoutes(watch: ChampionWatch, layout: ArtifactLayout): Router {
  const registry = new RegistryReader(layout);
  const router = Router();
  router.get('/v1/model', (_request, response) => {
    response.json(modelAnswer(requireChampion(watch)));
  });
  router.get('/v1/models', async (_request, response) => {
    const serving = watch.current?.registered.sha256;
    const models = await registry.read();
    const champion = await readChampionPointer(layout);
    response.json(modelsAnswer({ models, champion, journal: await readJournal(layout) }, serving));
  });
  return router;
}
