import type { Response } from 'express';
import type { Problem } from './problem.ts';

export function sendProblem(response: Response, problem: Problem): void {
  const document = problem.toDocument();
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}
