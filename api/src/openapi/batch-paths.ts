import type { BatchLimits } from '../batch/batch-routes.ts';
import { answer, problems, reference } from './describe.ts';

export function batchPaths({ batchMaxLines, bodyLimitBytes, requestTimeoutMs }: BatchLimits) {
  return {
    '/v1/predict/batch': {
      post: {
        operationId: 'predictBatch',
        summary: 'Probability of churn of many customers, a line each',
        description:
          `NDJSON: a request of /v1/predict on each line, of at most ${bodyLimitBytes} bytes; at most ${batchMaxLines} lines, blank ones ` +
          'not counted. Each is answered by a line, in order, while the body is still being sent, all by one model. A line that cannot be answered ends ' +
          `no other. A line that does not arrive within ${requestTimeoutMs} ms, and one too many, end the answer with a problem; ` +
          'a client that does not read its answers for as long is cut off.',
        requestBody: {
          required: true,
          content: {
            'application/x-ndjson': {
              schema: { oneOf: [reference('CustomerRequest'), reference('FeaturesRequest')] },
            },
          },
        },
        responses: {
          200: answer('The predictions', 'BatchAnswer', 'application/x-ndjson'),
          ...problems('unsupported-media-type', 'internal-error', 'no-champion'),
        },
      },
    },
  };
}
