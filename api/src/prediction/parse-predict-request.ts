import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { fieldErrors } from './field-errors.ts';
import {
  type CustomerRequest,
  customerRequestSchema,
  type FeaturesRequest,
  featuresRequestSchema,
} from './predict-request.ts';

/** A long list of transactions can be wrong in every row; an answer that lists them all helps nobody. */
const mostErrorsListed = 100;

export type ParsePredictRequest = (body: unknown) => CustomerRequest | FeaturesRequest;

/** A validator of the two forms of the request; refuses with one entry a wrong field. */
export function predictRequestParser(maxTransactions: number): ParsePredictRequest {
  const customerRequest = customerRequestSchema(maxTransactions);
  return (body) => {
    if (has(body, 'features')) return validated<FeaturesRequest>(featuresRequestSchema, body);
    if (has(body, 'customer') || has(body, 'transactions') || has(body, 'asOf')) {
      return validated<CustomerRequest>(customerRequest, body);
    }
    throw new Problem('invalid-request', 'expected "customer", "transactions" and "asOf", or "features"', [
      {
        pointer: '#',
        expected: 'an object with either customer, transactions and asOf, or features',
        received: 'neither',
      },
    ]);
  };
}

function has(body: unknown, key: string): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, key);
}

function validated<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error.issues, body);
  const listed = errors.slice(0, mostErrorsListed);
  const rest = errors.length > listed.length ? `, the first ${listed.length} are listed` : '';
  throw new Problem(
    'invalid-request',
    `expected every field as /openapi.json describes it, ${errors.length} cannot be used${rest}`,
    listed,
  );
}
