import { z } from 'zod';
import { problemSchema } from '../http/problem.ts';
import { predictionAnswerSchema } from '../prediction/prediction-answer.ts';

const index = z.int().min(0).describe('Which request of the body, from 0; blank lines are none.');

/** A line of the answer of `POST /v1/predict/batch`: the prediction, or why there is none for this line. */
export const batchAnswerSchema = z.union([
  z.strictObject({ index, ...predictionAnswerSchema.shape }),
  z.strictObject({
    index,
    line: z.int().min(1).describe('Which line of the body, from 1, blank ones counted.'),
    problem: problemSchema.describe('As `POST /v1/predict` answers it; pointers lead into the line.'),
  }),
]);

export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
