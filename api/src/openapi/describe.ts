import { z } from 'zod';
import { type ProblemKind, problemKinds } from '../http/problem.ts';

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is; only the dialect's name is left to the document. */
export function jsonSchema(schema: z.ZodType) {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return described;
}

export function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

export function answer(description: string, schema: string, contentType = 'application/json') {
  return { description, content: { [contentType]: { schema: reference(schema) } } };
}

/** One response a status; kinds that share a status share the response. */
export function problems(...kinds: ProblemKind[]) {
  return byStatus(kinds, { 'application/problem+json': { schema: reference('Problem') } });
}

/** The same in the form of the Open Inference Protocol. */
export function inferenceErrors(...kinds: ProblemKind[]) {
  return byStatus(kinds, { 'application/json': { schema: reference('InferenceError') } });
}

function byStatus<Content>(kinds: readonly ProblemKind[], content: Content) {
  const alike = Map.groupBy(kinds, (kind) => problemKinds[kind].status);
  return Object.fromEntries(
    [...alike].map(([status, same]) => [
      status,
      { description: same.map((kind) => problemKinds[kind].title).join('; or: '), content },
    ]),
  );
}

export function pathParameter(name: string, description: string) {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}
