import { answer, inferenceErrors, pathParameter, reference } from './describe.ts';

const model = '/v2/models/churn';
const version = `${model}/versions/{version}`;
const versionParameters = { parameters: [pathParameter('version', 'SHA-256 of the model being served.')] };

/** The Open Inference Protocol (V2). */
export const inferencePaths = {
  '/v2': {
    get: {
      operationId: 'getServerMetadata',
      summary: 'The server',
      responses: { 200: answer('The server', 'ServerMetadata') },
    },
  },
  '/v2/health/live': {
    get: {
      operationId: 'getServerLive',
      summary: 'Whether the process answers',
      responses: { 200: answer('It does', 'ServerLive') },
    },
  },
  '/v2/health/ready': {
    get: {
      operationId: 'getServerReady',
      summary: 'Whether the process can predict',
      responses: { 200: answer('It can', 'ServerReady'), ...inferenceErrors('no-champion', 'draining') },
    },
  },
  [model]: { get: modelMetadata('getModelMetadata') },
  [version]: { get: { ...modelMetadata('getModelVersionMetadata', 'not-found'), ...versionParameters } },
  [`${model}/ready`]: { get: modelReady('getModelReady') },
  [`${version}/ready`]: { get: { ...modelReady('getModelVersionReady', 'not-found'), ...versionParameters } },
  [`${model}/infer`]: { post: inference('infer') },
  [`${version}/infer`]: { post: { ...inference('inferByVersion', 'not-found'), ...versionParameters } },
};

function modelMetadata(operationId: string, ...kinds: 'not-found'[]) {
  return {
    operationId,
    summary: 'Inputs and outputs of the model',
    responses: { 200: answer('The model', 'ModelMetadata'), ...inferenceErrors('no-champion', ...kinds) },
  };
}

function modelReady(operationId: string, ...kinds: 'not-found'[]) {
  return {
    operationId,
    summary: 'Whether the model can predict',
    responses: {
      200: answer('It can', 'ModelReady'),
      ...inferenceErrors('no-champion', 'draining', ...kinds),
    },
  };
}

function inference(operationId: string, ...kinds: 'not-found'[]) {
  return {
    operationId,
    summary: 'Probability of churn of customers whose features come as tensors',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: reference('InferRequest') } },
    },
    responses: {
      200: answer('The predictions', 'InferAnswer'),
      ...inferenceErrors(
        'malformed-request',
        'invalid-request',
        'body-too-large',
        'unsupported-media-type',
        'not-eligible',
        'internal-error',
        'no-champion',
        ...kinds,
      ),
    },
  };
}
