import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Names this process among all that may share a data directory: `<boot>/<process namespace>/<pid>/<start>`. Where the system
 * tells none of it (not Linux) `unknown`: a host name and a pid alone are the same in many containers.
 */
export function processIdentity(): string {
  const place = placeOf();
  const running = place === undefined ? undefined : runningProcess('self');
  return running === undefined ? 'unknown' : `${place}/${running}`;
}

/** True where the named process ran in this very process namespace since the last boot, and runs no more. */
export function isGone(identity: string | undefined): boolean {
  const place = placeOf();
  if (identity === undefined || place === undefined || !identity.startsWith(`${place}/`)) return false;
  const named = identity.slice(place.length + 1);
  const running = runningProcess(named.split('/')[0]!);
  // Mounted with hidepid, proc shows nothing of other users, not even of the first process, which is always there.
  return running === undefined ? runningProcess('1') !== undefined : running !== named;
}

function placeOf(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const namespace = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))![0];
    return `${boot}/${namespace}`;
  } catch {
    return undefined;
  }
}

/**
 * `<pid>/<start in clock ticks since boot>`: a pid is given again, both together are not. `ended` where the process has only to be
 * waited for, undefined where nothing can be read. See proc(5) on `/proc/pid/stat`.
 */
function runningProcess(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const nameEnd = stat.lastIndexOf(')');
    const [state, ...further] = stat.slice(nameEnd + 2).split(' ');
    return state === 'Z' ? 'ended' : `${stat.split(' ')[0]}/${further[18]}`;
  } catch {
    return undefined;
  }
}
