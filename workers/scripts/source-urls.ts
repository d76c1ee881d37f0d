import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';

const urls = /new URL\('[.][/]([\w-]+-thread)[.]ts', import[.]meta[.]url\)|import[.]meta[.]url/g;

/**
 * What our modules find relative to themselves: the module of a thread lies in the bundle; everything else lies where it
 * lies for the sources, two folders above the bundle, whether the sources are there or not.
 */
export function sourceUrls(root: string, folder: string): Plugin {
  const ours = [join(root, 'shared/'), join(root, 'workers/')];
  return {
    name: 'source-urls',
    setup({ onLoad }) {
      onLoad({ filter: /[.]ts$/ }, async ({ path }) => {
        if (!ours.some((start) => path.startsWith(start))) return undefined;
        const source = JSON.stringify(relative(folder, path));
        const contents = (await readFile(path, 'utf8')).replaceAll(urls, (_, thread?: string) =>
          thread === undefined
            ? `new URL(${source}, import.meta.url).href`
            : `new URL('./${thread}.js', import.meta.url)`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
