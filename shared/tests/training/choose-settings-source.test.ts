import type { SearchRecord } from '../../src/artifacts/search-record.ts';
import { chooseSettingsSource } from '../../src/training/choose-settings-source.ts';

const record: SearchRecord = {
  format: 'churn-search-record',
  formatVersion: 1,
  run: 'r1',
  searchSha256: 'a'.repeat(64),
  question: {
    family: 'decision-tree',
    featureListHash: 'f',
    labelling: { mode: 'flag', horizonDays: 90, lookbackDays: 180 },
    split: 'hash',
  },
  learnable: { rows: 1_000, churned: 200 },
  tried: { maxDepth: 4 },
  settled: { maxDepth: 4 },
};
const earlier = { run: 'r1', searchSha256: 'a'.repeat(64) };

test('reuse takes over what was found on data that are alike', () => {
  expect(chooseSettingsSource('reuse', record, { rows: 1_100, churned: 230 })).toEqual({
    source: 'reused',
    because: 'data-alike',
    earlier,
  });
});

test.each([
  ['there is no earlier search', null, { rows: 1_000, churned: 200 }, 'no-earlier-search'],
  ['rows are many more', record, { rows: 3_000, churned: 600 }, 'rows-moved'],
  ['the share of churn is another', record, { rows: 1_000, churned: 500 }, 'share-moved'],
])('reuse searches where %s', (_what, known, now, because) => {
  expect(chooseSettingsSource('reuse', known, now)).toEqual({
    source: 'searched',
    because,
    earlier: known === null ? null : earlier,
  });
});

test('refresh searches on data that are alike, too', () => {
  expect(chooseSettingsSource('refresh', record, { rows: 1_000, churned: 200 })).toEqual({
    source: 'searched',
    because: 'asked',
    earlier,
  });
});
