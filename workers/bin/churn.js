#!/usr/bin/env node
// Plain JavaScript, which every Node reads: one before 24 ends at the first TypeScript file with an error that names no reason.
import { fileURLToPath } from 'node:url';
import { bundleOrSources } from './bundle-or-sources.js';

const needed = 24;
const [major] = process.versions.node.split('.');

if (Number(major) < needed) {
  process.stderr.write(
    `churn needs Node ${needed} or newer, this is ${process.versions.node}: ` +
      'start it by `npx churn` in the repository, where `make install` has installed such a Node\n',
  );
  process.exitCode = 2;
} else {
  await import(bundleOrSources(fileURLToPath(new URL('../..', import.meta.url))).href);
}
