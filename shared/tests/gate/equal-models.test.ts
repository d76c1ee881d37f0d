import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('./promoted-share.ts', import.meta.url));

/** Share of trials in which the gate promotes a challenger that sees the true risk through this much noise; the champion's is 1. */
async function promotedShare(challengerNoise: number, trials: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    String(challengerNoise),
    String(trials),
  ]);
  return Number(stdout);
}

test('of a thousand models that are exactly as good as the champion, at most 5 % are promoted by luck', async () => {
  const share = await promotedShare(1, 1_000);
  expect(share).toBeLessThanOrEqual(0.05);
  // The lower end of a 95 % interval: no luck at all would mean that the interval is too wide.
  expect(share).toBeGreaterThan(0.01);
});

test('a model that sees the risk is promoted nearly always, one that sees it through three times the noise never', async () => {
  expect(await promotedShare(0, 100)).toBeGreaterThan(0.9);
  expect(await promotedShare(3, 100)).toBe(0);
});
