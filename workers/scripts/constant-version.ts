import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { codeVersion } from '../src/code-version.ts';

/** The version of the sources as a constant: no source is hashed at a start. */
export function constantVersion(root: string): Plugin {
  const path = join(root, 'workers', 'src', 'code-version.ts');
  return {
    name: 'constant-version',
    setup({ onLoad }) {
      onLoad({ filter: /[/]code-version[.]ts$/ }, (file) =>
        file.path === path
          ? { contents: `export const codeVersion = () => (${JSON.stringify(codeVersion())});` }
          : undefined,
      );
    },
  };
}
