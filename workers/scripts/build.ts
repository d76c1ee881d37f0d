import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { constantVersion } from './constant-version.ts';
import { sourceUrls } from './source-urls.ts';
import { thirdPartyLicences } from './third-party-licences.ts';

/** What finds its native code beside itself. */
const external = ['@duckdb/node-bindings', 'koffi'];

// What packages in CommonJS expect to be there.
const commonJs =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** Writes the command `churn` and its threads as few JavaScript files into a folder, with the licences of what they hold. */
export async function build(root: string, folder: string): Promise<void> {
  const threads = globSync('{shared,workers}/src/**/*-thread.ts', {
    cwd: root,
    exclude: ['**/*-in-thread.ts'],
  });
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['workers/src/cli.ts', ...threads.sort()],
    outdir: folder,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Not minified: stack traces stay readable, and arquero reads the text of functions.
    tsconfigRaw: {},
    external,
    banner: { js: commonJs },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [constantVersion(root), sourceUrls(root, folder)],
  });
  await writeFile(join(folder, 'licences.txt'), thirdPartyLicences(root, Object.keys(metafile.inputs)));
}
