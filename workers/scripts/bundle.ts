/**
 * Makes the bundle of the command `churn` in `workers/dist` where there is none of just these sources. What runs keeps the
 * bundle it has started with: each is a folder of its own, `current` is a link to the newest, and older ones stay for a day.
 */
import { randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
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
  // Of before the sources are read: what changes meanwhile makes the bundle one of other sources.
  const stamp = sourceStamp(root);
  try {
    await build(root, folder);
    writeFileSync(join(folder, 'sources.stamp'), stamp);
    makeCurrent(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  removeOldBuilds();
}

function makeCurrent(folder: string): void {
  const link = `${folder}.link`;
  const current = join(dist, 'current');
  // A copy of the tree may have followed the link.
  if (lstatSync(current, { throwIfNoEntry: false })?.isDirectory()) rmSync(current, { recursive: true });
  symlinkSync(basename(folder), link);
  renameSync(link, current);
}

function removeOldBuilds(): void {
  const current = readlinkSync(join(dist, 'current'));
  for (const name of readdirSync(dist).filter((name) => name.startsWith('build-') && name !== current)) {
    const path = join(dist, name);
    const state = lstatSync(path, { throwIfNoEntry: false });
    if (state !== undefined && Date.now() - state.ctimeMs > keptMs)
      rmSync(path, { recursive: true, force: true });
  }
}
