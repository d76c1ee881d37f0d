import { Writable } from 'node:stream';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runCli } from '../../src/run-cli.ts';

/** Runs one command line in this process and reads the result line. */
export async function runChurn(...argv: string[]): Promise<{ exitCode: number; result: StageResult }> {
  const { exitCode, printed } = await printedByChurn(...argv);
  return { exitCode, result: JSON.parse(printed) as StageResult };
}

/** Runs one command line in this process and takes what it prints. */
export async function printedByChurn(...argv: string[]): Promise<{ exitCode: number; printed: string }> {
  let printed = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const exitCode = await runCli(argv, {
    stdout,
    stderr,
    environment: {},
    owner: 'test:1',
    signal: new AbortController().signal,
    peakRssBytes: () => 0,
  } as Parameters<typeof runCli>[1]);
  return { exitCode, printed };
}
