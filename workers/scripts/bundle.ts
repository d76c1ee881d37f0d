/**
 * Makes the bundle of the command `churn` in `workers/dist` where there is none of just these sources. What runs keeps the
 * bundle it has started with: each is a folder of its own, `current` is a link to the newest, and older ones stay for a day.
 */
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOrSources } from '../bin/bundle-or-sources.js';
import { sourceStamp } from '../bin/source-stamp.js';

const keptMs = 24 * 60 * 60 * 1000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'workers', 'dist');

if (bundleOrSources(root).pathname.endsWith('.ts')) {
  const { build } = await import('./build.ts');
  const folder = join(dist, `build-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  // Before the sources are read: what changes meanwhile makes the bundle one of other sources.
  writeFileSync(join(folder, 'sources.stamp'), sourceStamp(root));
  await build(root, folder);
  makeCurrent(folder);
  removeOldBuilds();
}

function makeCurrent(folder: string): void {
  const link = `${folder}.link`;
  symlinkSync(basename(folder), link);
  renameSync(link, join(dist, 'current'));
}

function removeOldBuilds(): void {
  const current = readlinkSync(join(dist, 'current'));
  for (const name of readdirSync(dist).filter((name) => name.startsWith('build-') && name !== current)) {
    const path = join(dist, name);
    const state = statSync(path, { throwIfNoEntry: false });
    if (state !== undefined && Date.now() - state.ctimeMs > keptMs)
      rmSync(path, { recursive: true, force: true });
  }
}
