import { batchAnswerSchema } from '../batch/batch-answer.ts';
import { liveAnswerSchema, readyAnswerSchema } from '../health/health-routes.ts';
import { problemSchema } from '../http/problem.ts';
import {
  inferAnswerSchema,
  inferenceErrorSchema,
  modelMetadataSchema,
  modelReadySchema,
  serverLiveSchema,
  serverMetadataSchema,
  serverReadySchema,
} from '../inference/infer-answers.ts';
import { inferRequestSchema } from '../inference/infer-request.ts';
import { modelAnswerSchema } from '../model/model-answer.ts';
import { modelsAnswerSchema } from '../model/models-answer.ts';
import { customerRequestSchema, featuresRequestSchema } from '../prediction/predict-request.ts';
import { predictionAnswerSchema } from '../prediction/prediction-answer.ts';
import { scoreAnswerSchema } from '../scores/score-answer.ts';
import { jsonSchema } from './describe.ts';

/** Every request and answer, by the name under which the paths refer to it. */
export function schemas(maxTransactions: number) {
  return {
    CustomerRequest: jsonSchema(customerRequestSchema(maxTransactions)),
    FeaturesRequest: jsonSchema(featuresRequestSchema),
    Prediction: jsonSchema(predictionAnswerSchema),
    BatchAnswer: jsonSchema(batchAnswerSchema),
    Model: jsonSchema(modelAnswerSchema),
    Models: jsonSchema(modelsAnswerSchema),
    Score: jsonSchema(scoreAnswerSchema),
    ServerMetadata: jsonSchema(serverMetadataSchema),
    ServerLive: jsonSchema(serverLiveSchema),
    ServerReady: jsonSchema(serverReadySchema),
    ModelMetadata: jsonSchema(modelMetadataSchema),
    ModelReady: jsonSchema(modelReadySchema),
    InferRequest: jsonSchema(inferRequestSchema),
    InferAnswer: jsonSchema(inferAnswerSchema),
    InferenceError: jsonSchema(inferenceErrorSchema),
    Live: jsonSchema(liveAnswerSchema),
    Ready: jsonSchema(readyAnswerSchema),
    Problem: jsonSchema(problemSchema),
  };
}
