import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const source = (file: string) => new URL(`../src/${file}`, import.meta.url).href;

/** What a program of its own prints, with `gc()` at hand. */
async function printed(program: string): Promise<string> {
  const argv = ['--expose-gc', '--input-type=module', '-e', program];
  const env = { ...process.env, NODE_OPTIONS: '' };
  return (await promisify(execFile)(process.execPath, argv, { env })).stdout;
}

test('forgotten matrices are freed after their owners were collected', async () => {
  // 200 matrices of 8 MiB each, 1.6 GiB in all. When they are collected is the engine's choice, so it gets some turns to choose.
  const megabytes = await printed(`
    import { DMatrix } from '${source('dmatrix.ts')}';
    const column = new Float32Array(1e6);
    for (let k = 0; k < 200; k++) {
      DMatrix.fromColumns([column], { nthread: 1 });
      let turns = 0;
      do {
        globalThis.gc();
        await new Promise((resolve) => setTimeout(resolve));
        turns += 1;
      } while (turns < 50 && process.memoryUsage.rss() > 300e6);
    }
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));`);
  expect(Number(megabytes)).toBeLessThan(800);
}, 60_000);

test('an array that was described to the library is alive until its next call is over, and no longer', async () => {
  const states = await printed(`
    import { setImmediate } from 'node:timers/promises';
    import { arrayInterface } from '${source('array-interface.ts')}';
    import { DMatrix } from '${source('dmatrix.ts')}';
    const describe = () => {
      const values = new Float32Array(1e6);
      arrayInterface(values);
      return new WeakRef(values);
    };
    const reference = describe();
    const isAlive = async () => {
      await setImmediate();
      globalThis.gc();
      return reference.deref() !== undefined;
    };
    const before = await isAlive();
    DMatrix.fromColumns([new Float32Array(1)], { nthread: 1 });
    process.stdout.write(JSON.stringify([before, await isAlive()]));`);
  expect(JSON.parse(states)).toEqual([true, false]);
});
