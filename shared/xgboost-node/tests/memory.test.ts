import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

test('forgotten matrices are freed after their owners were collected', async () => {
  const module = new URL('../src/dmatrix.ts', import.meta.url).href;
  // 60 matrices of 8 MiB each.
  const program = `
    import { DMatrix } from '${module}';
    const column = new Float32Array(1e6);
    for (let k = 0; k < 60; k++) {
      DMatrix.fromColumns([column], { nthread: 1 });
      globalThis.gc();
      await new Promise((resolve) => setImmediate(resolve));
    }
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));`;
  const argv = ['--expose-gc', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, argv, {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(Number(stdout)).toBeLessThan(300);
});
