#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';

const termination = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => termination.abort());

// Whoever reads the result or the log may go away before the end; the record in the data directory stays.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// Schedulers and compose files set variables to nothing where nothing is wanted.
for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('CHURN_') && value === '') Reflect.deleteProperty(process.env, name);
}

// Compiled code of the last start, beside the packages, where no other user can write; without a writable folder none is kept.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/churn', import.meta.url)));
const { runCli } = await import('./run-cli.ts');
const { peakRssBytes } = await import('./peak-rss-bytes.ts');

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  owner: `${hostname()}:${process.pid}`,
  signal: termination.signal,
  peakRssBytes: () => peakRssBytes(() => process.resourceUsage().maxRSS * 1024),
});
