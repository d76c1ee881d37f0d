import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WriterJob } from './registry-writer.ts';

export interface WriterReport {
  readonly revisions: readonly number[];
  readonly calls: number;
  /** Where it was refused. */
  readonly code?: string;
}

export interface Writer {
  /** Lets the process begin; its report, or null where it was killed. */
  go(): Promise<WriterReport | null>;
}

/** Starts a process that writes to a registry, and waits until it has loaded its code. */
export async function startWriter(job: WriterJob): Promise<Writer> {
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'registry-writer.ts'), JSON.stringify(job)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(writer, 'exit');
  const lines = createInterface({ input: writer.stdout })[Symbol.asyncIterator]();
  const ready = await lines.next();
  if (ready.value !== 'ready') throw new Error('expected the writer to be ready, it ended');
  return {
    go: async () => {
      writer.stdin.write('go\n');
      const report = await lines.next();
      const [, signal] = await exited;
      if (signal === 'SIGKILL') return null;
      return JSON.parse(report.value as string) as WriterReport;
    },
  };
}
