import { randomBytes } from 'node:crypto';

/** A new key of 256 random bits. Its first letters let scanners of repositories and logs know one that has leaked. */
export function newKey(): string {
  return `churn_${randomBytes(32).toString('base64url')}`;
}
