import type { FeatureTable } from '../../src/artifacts/feature-table.ts';
import { checkLeakage } from '../../src/evaluation/check-leakage.ts';
import { checkShuffledLabels } from '../../src/evaluation/check-shuffled-labels.ts';
import { refitQuickly } from '../../src/evaluation/refit-quickly.ts';
import { shuffleLabels } from '../../src/evaluation/shuffle-labels.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

const options = { seed: 42, threads: 1 };

interface TableSettings {
  readonly seed?: number;
  /** Added to a feature of test rows: how far they have moved. */
  readonly moved?: number;
}

/** 600 customers on two as-of dates; a third of the customers are tested, and churn follows one of four features. */
function exampleTable({ seed = 1, moved = 0 }: TableSettings = {}): FeatureTable {
  const random = seededRandom(seed);
  const count = 1_200;
  const customer = (row: number) => row % 600;
  const isTest = (row: number) => customer(row) % 3 === 0;
  const risks = Array.from({ length: count }, () => random.normal());
  const numeric = (name: string, numberOf: (row: number) => number) => ({
    kind: 'numeric' as const,
    name,
    values: Float64Array.from({ length: count }, (_, row) => numberOf(row)),
  });
  return {
    customerIds: Array.from({ length: count }, (_, row) => `customer ${customer(row)}`),
    asOfDays: Int32Array.from({ length: count }, (_, row) => (row < 600 ? 100 : 200)),
    splits: Array.from({ length: count }, (_, row) => (isTest(row) ? 'test' : 'train')),
    labels: Uint8Array.from(risks, (risk) => (random.uniform() < 1 / (1 + Math.exp(1 - 2 * risk)) ? 1 : 0)),
    matrix: {
      rowCount: count,
      columns: [
        numeric('risk', (row) => risks[row]!),
        numeric('age', () => random.integer(18, 90)),
        numeric('clock', (row) => random.normal() + (isTest(row) ? moved : 0)),
        numeric('noise', () => random.normal()),
      ],
    },
  };
}

/** Four as-of dates, the last one tested; tenure grows with the date, and both it and the date raise the risk. */
function risingChurn(seed: number): FeatureTable {
  const random = seededRandom(seed);
  const { matrix, customerIds } = exampleTable({ seed });
  const date = (row: number) => Math.floor(row / 300);
  const tenures = Float64Array.from({ length: 1_200 }, (_, row) => 30 * date(row) + random.uniform() * 90);
  return {
    customerIds,
    asOfDays: Int32Array.from(tenures, (_, row) => 100 + 30 * date(row)),
    splits: Array.from({ length: 1_200 }, (_, row) => (date(row) === 3 ? 'test' : 'train')),
    labels: Uint8Array.from(tenures, (tenure) => (random.uniform() < (tenure - 40) / 140 ? 1 : 0)),
    matrix: { ...matrix, columns: [...matrix.columns, { kind: 'numeric', name: 'tenure', values: tenures }] },
  };
}

const named = (name: string) => (checks: Awaited<ReturnType<typeof checkLeakage>>) =>
  checks.find(({ check }) => check === name)!;

test('sound rows pass every check', async () => {
  const checks = await checkLeakage(exampleTable(), 'hash', options);
  expect(checks.map(({ check, passed }) => [check, passed])).toEqual([
    ['single feature', true],
    ['shuffled labels', true],
    ['train and test', true],
  ]);
});

test('the same seed finds the same, bit for bit', async () => {
  const again = () => checkLeakage(exampleTable(), 'forward', options);
  expect(await again()).toEqual(await again());
});

describe('labels shuffled', () => {
  const { labels } = exampleTable();

  test('keep their share of churn, and lose their order', () => {
    const shuffled = shuffleLabels(labels, 1);
    expect(shuffled).not.toEqual(labels);
    expect(shuffled.toSorted()).toEqual(labels.toSorted());
    expect(shuffleLabels(labels, 2)).not.toEqual(shuffled);
  });

  test('a model that gets the answer by another way than its labels is found', async () => {
    const { matrix } = exampleTable();
    const rows = { matrix, labels };
    const honest = refitQuickly(options);
    const [sound] = await checkShuffledLabels(rows, rows, honest, 1);
    expect(sound).toMatchObject({ passed: true });
    const [cheating] = await checkShuffledLabels(rows, rows, () => honest({ matrix, labels }), 1);
    expect(cheating).toMatchObject({ passed: false });
    expect(cheating!.facts.lower).toBeGreaterThan(0.7);
    expect(cheating!.finding).toMatch(/is not the 0\.5 of knowing nothing/);
  });

  test('of thirty sound tables none is refused', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const checks = await checkLeakage(exampleTable({ seed }), 'hash', { ...options, seed });
      expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    }
  });
});

test('churn that rises with a feature of the calendar is no leak', async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const table = risingChurn(seed);
    const checks = await checkLeakage(table, 'forward', { ...options, seed });
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  }
});

describe('train and test', () => {
  const check = named('train and test');

  test('that differ although a hash has split them are found, with the feature that tells', async () => {
    const found = check(await checkLeakage(exampleTable({ moved: 1.5 }), 'hash', options));
    expect(found.passed).toBe(false);
    expect(found.finding).toMatch(/mostly by clock,.* so the split by hash is none/);
  });

  test('that differ forward in time are told and pass, because tomorrow will differ, too', async () => {
    const found = check(await checkLeakage(exampleTable({ moved: 1.5 }), 'forward', options));
    expect(found).toMatchObject({ passed: true, facts: { split: 'forward' } });
    expect(found.facts.rocAuc).toBeGreaterThan(0.7);
    expect(found.finding).toMatch(/told apart with ROC AUC 0\.\d+, mostly by clock,/);
  });
});

test('rows with hardly a churner are not asked what shuffled labels can tell', async () => {
  const table = exampleTable();
  const rare = { ...table, labels: table.labels.map((_, row) => (row < 20 ? 1 : 0)) };
  const checks = await checkLeakage(rare, 'hash', options);
  expect(checks.map(({ check }) => check)).toEqual(['single feature', 'train and test']);
});
