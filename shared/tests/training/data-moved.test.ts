import { dataMoved } from '../../src/training/data-moved.ts';

const earlier = { rows: 10_000, churned: 2_000 };

test.each([5_000, 8_000, 20_000])('%i rows after 10,000 of the same share are alike', (rows) => {
  expect(dataMoved(earlier, { rows, churned: rows / 5 })).toBeNull();
});

test.each([4_999, 20_001])('%i rows after 10,000 have moved', (rows) => {
  expect(dataMoved(earlier, { rows, churned: Math.round(rows / 5) })).toBe('rows-moved');
});

test('a share that moved by a quarter of itself has moved', () => {
  expect(dataMoved(earlier, { rows: 10_000, churned: 2_500 })).toBeNull();
  expect(dataMoved(earlier, { rows: 10_000, churned: 2_510 })).toBe('share-moved');
  expect(dataMoved(earlier, { rows: 10_000, churned: 1_490 })).toBe('share-moved');
});

test('a share that differs by less is alike, however surely', () => {
  expect(dataMoved({ rows: 1_000_000, churned: 200_000 }, { rows: 1_000_000, churned: 210_000 })).toBeNull();
});

test('a share of few rows may differ by chance', () => {
  expect(dataMoved({ rows: 200, churned: 20 }, { rows: 200, churned: 30 })).toBeNull();
});

test('where most churn, the rarer outcome counts', () => {
  expect(dataMoved({ rows: 10_000, churned: 9_000 }, { rows: 10_000, churned: 8_700 })).toBe('share-moved');
});
