import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has had resident. As Linux counts it for the program (`VmHWM`, in kB): the count of
 * `getrusage` begins with the peak of the process that started it. Where there is no such count, `ofGetrusage` has to do.
 */
export function peakRssBytes(ofGetrusage: () => number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kilobytes === undefined ? ofGetrusage() : Number(kilobytes) * 1024;
  } catch {
    return ofGetrusage();
  }
}
