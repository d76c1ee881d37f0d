import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** Where a request comes from, for counting: an IPv4 address, or the /56 network that one IPv6 caller usually has whole. */
export function addressOf(request: Request): string {
  // A connection that is gone already has no address any more.
  return request.ip === undefined ? 'gone' : ipKeyGenerator(request.ip);
}
