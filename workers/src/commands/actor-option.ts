import { hostname, userInfo } from 'node:os';
import { Option } from 'commander';

/** Who changes the registry: for its journal. */
export const actorOption = () =>
  new Option('--by <name>', 'who does this, for the journal')
    .env('CHURN_BY')
    .default(userAtHost(), 'user@host');

function userAtHost(): string {
  return `${userName()}@${hostname()}`;
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unnamed';
  }
}
