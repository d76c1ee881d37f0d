import { checkSingleFeature } from '../../src/evaluation/check-single-feature.ts';

const rowCount = 200;
const labels = Uint8Array.from({ length: rowCount }, (_, row) => (row % 4 === 0 ? 1 : 0));
const column = (name: string, numberOf: (label: number, row: number) => number) => ({
  kind: 'numeric' as const,
  name,
  values: Float64Array.from(labels, numberOf),
});
const checkOf = (...columns: ReturnType<typeof column>[]) =>
  checkSingleFeature({ matrix: { rowCount, columns }, labels });
const unrelated = column('age', (_, row) => row % 7);

test('features that know a part of the answer pass, and the strongest is named', () => {
  const helpful = column('helpful', (label, row) => label + (row % 5));
  expect(checkOf(unrelated, helpful)).toEqual([
    {
      check: 'single feature',
      passed: true,
      finding: expect.stringMatching(/^helpful alone ranks/),
      facts: { feature: 'helpful', rocAuc: expect.any(Number), limit: 0.95 },
    },
  ]);
});

test.each([
  ['rises with churn', column('leak', (label, row) => 10 * label + (row % 5))],
  ['falls with churn', column('leak', (label, row) => -10 * label + (row % 5))],
  ['is missing where somebody churned', column('leak', (label) => (label === 1 ? Number.NaN : 3))],
  [
    'is high or missing where somebody churned',
    column('leak', (label, row) => (label === 0 ? row % 5 : row % 8 === 0 ? Number.NaN : 50)),
  ],
  [
    'is low or missing where somebody churned',
    column('leak', (label, row) => (label === 0 ? 1e300 + (row % 5) : row % 8 === 0 ? Number.NaN : 0)),
  ],
])('a feature that %s fails', (_what, leak) => {
  expect(checkOf(unrelated, leak)).toEqual([
    {
      check: 'single feature',
      passed: false,
      finding: expect.stringContaining('leak alone ranks'),
      facts: { feature: 'leak', rocAuc: expect.any(Number), limit: 0.95 },
    },
  ]);
});
