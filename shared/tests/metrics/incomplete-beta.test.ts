import { readFileSync } from 'node:fs';
import { incompleteBeta } from '../../src/metrics/incomplete-beta.ts';

/** Written by fixtures/make_empulse_cases.py. */
const { chances } = JSON.parse(
  readFileSync(new URL('fixtures/empulse-cases.json', import.meta.url), 'utf8'),
) as { chances: readonly { x: number; a: number; b: number; chance: number }[] };

test.each(chances)('equals scipy to 1e-13: I of $x for $a and $b', ({ x, a, b, chance }) => {
  expect(Math.abs(incompleteBeta(x, a, b) - chance)).toBeLessThanOrEqual(1e-13 * chance);
});

test('the ends are exact', () => {
  expect([incompleteBeta(0, 6, 14), incompleteBeta(1, 6, 14)]).toEqual([0, 1]);
});

test.each([
  [Number.NaN, 6, 14],
  [1.1, 6, 14],
  [-0.1, 6, 14],
  [0.5, 0, 14],
  [0.5, 6, -1],
  [0.5, Number.NaN, 14],
])('x %d, a %d, b %d is refused', (x, a, b) => {
  expect(() => incompleteBeta(x, a, b)).toThrow(/expected x from 0 to 1 and two parameters above 0/);
});
