import type { Writable } from 'node:stream';

/** What a command line has of its process, handed in so that tests can run it without one. */
export interface ProcessSurroundings {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `host:pid`, the holder of a stage's lock. */
  readonly owner: string;
  /** Aborted by SIGTERM or SIGINT. */
  readonly signal: AbortSignal;
  readonly peakRssBytes: () => number;
}
