import type { Champion } from '../champion/champion.ts';
import type { Inferred } from './infer.ts';
import type { InferAnswer } from './infer-answers.ts';
import { type InferRequest, outputNames } from './infer-request.ts';
import { modelName, outputDatatypes } from './model-metadata.ts';

/** The `$inference_response`: the outputs that are wanted, in the order in which they are asked for. */
export function inferAnswer(
  { registered }: Champion,
  { id, outputs }: InferRequest,
  inferred: readonly Inferred[],
): InferAnswer {
  const wanted = outputs === undefined ? outputNames : outputs.map(({ name }) => name);
  return {
    model_name: modelName,
    model_version: registered.sha256,
    ...(id === undefined ? {} : { id }),
    outputs: wanted.map((name) => ({
      name,
      datatype: outputDatatypes[name],
      shape: [inferred.length],
      data: inferred.map((prediction) => prediction[name]),
    })),
  };
}
