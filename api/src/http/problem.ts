import { z } from 'zod';

/** A field of the request that cannot be used. Never holds the value that came: it may be personal. */
export const fieldErrorSchema = z.strictObject({
  pointer: z.string().describe('Where it is in the request: a JSON pointer as a URI fragment.'),
  expected: z.string().describe('What may stand there.'),
  received: z.string().describe('The kind of thing that came, never the thing itself.'),
});

/** An answer that is not a success, after RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string().describe('Identifies the kind of problem; stable, for programs.'),
  title: z.string().describe('The kind of problem in words.'),
  status: z.number().int().describe('The HTTP status, repeated.'),
  detail: z.string().describe('What was expected and what came, this time.'),
  errors: z.array(fieldErrorSchema).optional().describe('One entry for each field that cannot be used.'),
});

export type FieldError = Readonly<z.infer<typeof fieldErrorSchema>>;
export type ProblemDocument = Readonly<z.infer<typeof problemSchema>>;

/** Every kind of problem this API answers, with its HTTP status. */
export const problemKinds = {
  'malformed-request': { status: 400, title: 'The request is not well-formed' },
  'invalid-request': { status: 400, title: 'The request does not have the expected fields' },
  unauthenticated: { status: 401, title: 'The request has no key that is valid' },
  forbidden: { status: 403, title: 'The key does not allow this' },
  'not-found': { status: 404, title: 'There is nothing at this path' },
  'no-score': { status: 404, title: 'The last batch of scores does not have the customer' },
  'method-not-allowed': { status: 405, title: 'This path does not answer this method' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'too-many-lines': { status: 413, title: 'The request body has too many lines' },
  'unsupported-media-type': { status: 415, title: 'The request body is not of the expected content-type' },
  'not-eligible': { status: 422, title: 'The customer is not one the model scores' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  'internal-error': { status: 500, title: 'The API failed' },
  'no-champion': { status: 503, title: 'No model is being served' },
  draining: { status: 503, title: 'The API is shutting down' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** Thrown where a request turns out unanswerable; the problem handler turns it into the answer. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];

  constructor(kind: ProblemKind, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.name = 'Problem';
    this.kind = kind;
    this.errors = errors;
  }

  toDocument(): ProblemDocument {
    const { status, title } = problemKinds[this.kind];
    return {
      type: `urn:churn:problem:${this.kind}`,
      title,
      status,
      detail: this.message,
      ...(this.errors.length === 0 ? {} : { errors: [...this.errors] }),
    };
  }
}
