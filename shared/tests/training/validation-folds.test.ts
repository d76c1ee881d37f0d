import type { FeatureTable, SplitName } from '../../src/artifacts/feature-table.ts';
import { planValidationFolds } from '../../src/training/validation-folds.ts';

interface Row {
  readonly id: string;
  readonly day: number;
  readonly split: SplitName;
}

/** Every second row churned. */
function tableOf(rows: readonly Row[]): FeatureTable {
  return {
    customerIds: rows.map(({ id }) => id),
    asOfDays: Int32Array.from(rows, ({ day }) => day),
    splits: rows.map(({ split }) => split),
    labels: Uint8Array.from(rows, (_, index) => index % 2),
    matrix: { rowCount: rows.length, columns: [] },
  };
}

function snapshot(day: number, split: SplitName, count = 40): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `c${index}`, day, split }));
}

test('hash folds keep all rows of a customer on one side', () => {
  const table = tableOf([...snapshot(0, 'train', 200), ...snapshot(30, 'validation', 200)]);
  const { folds } = planValidationFolds(table, 'hash', 90);
  expect(folds).toHaveLength(4);
  for (const { fit, judge } of folds) {
    const judged = new Set(Array.from(judge, (row) => table.customerIds[row]));
    expect(Array.from(fit, (row) => table.customerIds[row]).some((id) => judged.has(id))).toBe(false);
    expect(fit.length + judge.length).toBe(400);
  }
});

test('of more than 10,000 rows there are three hash folds', () => {
  const { folds } = planValidationFolds(tableOf(snapshot(0, 'train', 10_001)), 'hash', 90);
  expect(folds).toHaveLength(3);
  expect(planValidationFolds(tableOf(snapshot(0, 'train', 10_000)), 'hash', 90).folds).toHaveLength(4);
});

test('hash folds judge every learnable row once', () => {
  const table = tableOf(snapshot(0, 'train', 200));
  const { folds, learnable } = planValidationFolds(table, 'hash', 90);
  const judged = folds.flatMap(({ judge }) => [...judge]).sort((a, b) => a - b);
  expect(judged).toEqual([...learnable]);
});

test('forward folds fit only on as-of dates whose horizon is over', () => {
  const table = tableOf([...snapshot(0, 'train'), ...snapshot(60, 'train'), ...snapshot(90, 'validation')]);
  const { folds } = planValidationFolds(table, 'forward', 90);
  expect(folds).toHaveLength(1);
  const days = (rows: Int32Array) => [...new Set(Array.from(rows, (row) => table.asOfDays[row]))];
  expect(days(folds[0]!.fit)).toEqual([0]);
  expect(days(folds[0]!.judge)).toEqual([90]);
});

test('the fold that judges the latest as-of date comes last', () => {
  const table = tableOf([...snapshot(180, 'validation'), ...snapshot(0, 'train'), ...snapshot(90, 'train')]);
  const { folds } = planValidationFolds(table, 'forward', 90);
  expect(folds.map(({ judge }) => table.asOfDays[judge[0]!])).toEqual([90, 180]);
});

test.each(['hash', 'forward'] as const)('a test row is in no %s fold', (kind) => {
  const table = tableOf([
    ...snapshot(0, 'train'),
    ...snapshot(90, 'validation'),
    ...snapshot(180, 'test'),
    ...snapshot(90, 'train', 100),
  ]);
  const { folds, learnable } = planValidationFolds(table, kind, 90);
  for (const rows of [learnable, ...folds.flatMap(({ fit, judge }) => [fit, judge])]) {
    expect(Array.from(rows, (row) => table.splits[row])).not.toContain('test');
  }
});

test('rows of one class only give no folds', () => {
  const table = { ...tableOf(snapshot(0, 'train')), labels: new Uint8Array(40) };
  expect(() => planValidationFolds(table, 'hash', 90)).toThrow(
    'expected rows to fit on and rows to judge by with at least 10 of each outcome, got none',
  );
});

test('forward in time, calibration has folds by customer over all learnable rows', () => {
  const table = tableOf([...snapshot(0, 'train', 200), ...snapshot(90, 'validation', 200)]);
  const { calibrating, learnable } = planValidationFolds(table, 'forward', 90);
  const judged = calibrating.flatMap(({ judge }) => [...judge]).sort((a, b) => a - b);
  expect(judged).toEqual([...learnable]);
});
