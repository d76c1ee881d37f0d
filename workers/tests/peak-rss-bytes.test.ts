import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { peakRssBytes } from '../src/peak-rss-bytes.ts';

const source = fileURLToPath(new URL('../src/peak-rss-bytes.ts', import.meta.url));

test('the peak of a process is not that of the one that started it', async () => {
  const large = Buffer.alloc(400e6, 1);
  const program = `
    import { peakRssBytes } from '${source}';
    const ofGetrusage = () => process.resourceUsage().maxRSS * 1024;
    console.log(JSON.stringify([peakRssBytes(ofGetrusage), ofGetrusage()]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const [own, inherited] = JSON.parse(stdout) as [number, number];
  expect(inherited).toBeGreaterThan(large.length);
  expect(own).toBeLessThan(large.length / 2);
  expect(own).toBeGreaterThan(20e6);
});

test('a process that has grown has a higher peak', () => {
  const before = peakRssBytes(() => 0);
  expect(Buffer.alloc(before, 1)).toHaveLength(before);
  expect(peakRssBytes(() => 0)).toBeGreaterThan(before);
});
