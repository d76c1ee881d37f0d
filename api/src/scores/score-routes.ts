import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { LatestScores } from './latest-scores.ts';
import { scoreAnswer } from './score-answer.ts';

export function scoreRoutes(layout: ArtifactLayout): Router {
  const scores = new LatestScores(layout);
  const router = Router();
  router.get('/v1/customers/:id/score', async (request, response) => {
    const customerId = request.params.id;
    const latest = await scores.latest();
    if (latest === undefined) {
      throw new Problem('no-score', 'expected predictions of churn score, none have been made yet');
    }
    const record = await scores.find(latest, customerId);
    if (record === undefined) {
      throw new Problem(
        'no-score',
        `expected a customer who was scored as of ${latest.asOf}, got another one: only eligible customers who have not left are`,
      );
    }
    // A cache on the way would answer whoever knows the address.
    response.set('cache-control', 'no-store');
    response.json(scoreAnswer(customerId, record, latest));
  });
  return router;
}
