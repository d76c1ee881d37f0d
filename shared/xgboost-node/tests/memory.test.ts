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
  // 200 matrices of 16 MB each, 3.2 GB in all. Linux's own count of the peak: that of getrusage begins with the peak of the process that started this one.
  const kilobytes = await printed(`
    import { readFileSync } from 'node:fs';
    import { DMatrix } from '${source('dmatrix.ts')}';
    const column = new Float32Array(1e6);
    for (let k = 0; k < 200; k++) {
      DMatrix.fromColumns([column], { nthread: 1 });
      globalThis.gc();
      await new Promise((resolve) => setTimeout(resolve));
    }
    process.stdout.write(/VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);`);
  expect(Number(kilobytes)).toBeLessThan(800_000);
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
