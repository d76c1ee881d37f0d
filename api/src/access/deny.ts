import type { Response } from 'express';
import { Problem, type ProblemKind } from '../http/problem.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';

interface Denial {
  readonly kind: ProblemKind;
  /** What RFC 6750 has the answer say beside the realm. */
  readonly challenge?: string;
}

/** Why the guard turns a request away. */
const denials = {
  'no-key': { kind: 'unauthenticated' },
  'unknown-key': { kind: 'unauthenticated', challenge: ', error="invalid_token"' },
  'expired-key': { kind: 'unauthenticated', challenge: ', error="invalid_token"' },
  'missing-scope': { kind: 'forbidden', challenge: ', error="insufficient_scope"' },
  'rate-limit': { kind: 'too-many-requests' },
  'wrong-keys': { kind: 'too-many-requests' },
} as const satisfies Record<string, Denial>;

export type DenialReason = keyof typeof denials;

/** Counts the denial, sets the challenge of a 401 or 403, and returns the problem to answer with. */
export function deny(metrics: ApiMetrics, response: Response, reason: DenialReason, detail: string): Problem {
  const { kind, challenge = '' }: Denial = denials[reason];
  metrics.denied.inc({ reason });
  if (kind !== 'too-many-requests') response.set('www-authenticate', `Bearer realm="churn"${challenge}`);
  return new Problem(kind, detail);
}
