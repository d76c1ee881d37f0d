import type { Response } from 'express';
import type { z } from 'zod';
import { type Problem, problemKinds } from '../http/problem.ts';
import type { inferenceErrorSchema } from './infer-answers.ts';

const mostErrorsTold = 10;

/** Answers a problem as the Open Inference Protocol wants it: in one sentence. */
export function sendInferenceError(response: Response, { kind, message, errors }: Problem): void {
  const told = errors
    .slice(0, mostErrorsTold)
    .map(({ pointer, expected, received }) => `${pointer}: expected ${expected}, got ${received}`);
  const error = [message, ...told].join('; ');
  response.status(problemKinds[kind].status).json({ error } satisfies z.infer<typeof inferenceErrorSchema>);
}
