#!/usr/bin/env node
import { hostname } from 'node:os';
import { runCli } from './run-cli.ts';

const termination = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => termination.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  owner: `${hostname()}:${process.pid}`,
  signal: termination.signal,
  peakRssBytes: () => process.resourceUsage().maxRSS * 1024,
});
