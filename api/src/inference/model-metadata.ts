import { featureList } from '@churn/shared/features/feature-list';
import type { z } from 'zod';
import type { Champion } from '../champion/champion.ts';
import type { modelMetadataSchema } from './infer-answers.ts';
import { type OutputName, outputNames } from './infer-request.ts';

export const modelName = 'churn';

export const outputDatatypes: Readonly<Record<OutputName, string>> = {
  probability: 'FP64',
  decision: 'BYTES',
};

/** One of many customers. */
const shape = [-1];

export function modelMetadata({ registered }: Champion): z.infer<typeof modelMetadataSchema> {
  return {
    name: modelName,
    versions: [registered.sha256],
    platform: 'churn_json',
    inputs: featureList.map(({ kind, name }) => ({
      name,
      datatype: kind === 'numeric' ? 'FP64' : 'BYTES',
      shape,
    })),
    outputs: outputNames.map((name) => ({ name, datatype: outputDatatypes[name], shape })),
  };
}
