import { Problem } from '../http/problem.ts';
import { validated } from '../validation/validated.ts';
import {
  type CustomerRequest,
  customerRequestSchema,
  type FeaturesRequest,
  featuresRequestSchema,
} from './predict-request.ts';

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
