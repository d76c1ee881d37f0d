import { checkSplitCounts } from '../../src/features/check-split-counts.ts';
import { chooseAsOfDay } from '../../src/features/choose-as-of-days.ts';
import { customerSplit } from '../../src/features/customer-split.ts';
import { planForwardSplit } from '../../src/features/plan-split.ts';
import { dayNumber } from '../../src/platform/calendar-day.ts';

test('a forward split leaves a horizon between the splits and sets the dates in the gaps aside', () => {
  expect(planForwardSplit([0, 30, 60, 90, 120, 150, 180], 60)).toEqual({
    kind: 'forward',
    train: [0, 30, 60],
    validation: 120,
    test: 180,
    inGap: [90, 150],
  });
});

test('two dates, or dates too close together, allow no forward split', () => {
  expect(planForwardSplit([0, 90], 90)).toBeUndefined();
  expect(planForwardSplit([0, 30, 60], 90)).toBeUndefined();
});

const days = { firstDay: dayNumber('2023-01-01'), lastDay: dayNumber('2023-12-31') };

test('as-of is the day after the data for flags, and a horizon earlier for inactivity', () => {
  expect(chooseAsOfDay({ mode: 'flag', horizonDays: 90 }, days, null)).toBe(dayNumber('2024-01-01'));
  expect(chooseAsOfDay({ mode: 'inactivity', horizonDays: 90 }, days, null)).toBe(dayNumber('2023-10-03'));
});

test('a horizon that ends with the data is served, one day more is refused', () => {
  const inactivity = { mode: 'inactivity', horizonDays: 31 } as const;
  expect(chooseAsOfDay(inactivity, days, dayNumber('2023-12-01'))).toBe(dayNumber('2023-12-01'));
  expect(() => chooseAsOfDay(inactivity, days, dayNumber('2023-12-02'))).toThrow(
    'expected transactions for 31 days from as-of 2023-12-02, that is until 2024-01-01, but the last one is of 2023-12-31',
  );
});

test('about 60, 20 and 20 of a hundred customers train, validate and test', () => {
  const splits = Array.from({ length: 5000 }, (_, i) => customerSplit(String(i)));
  const share = (name: string) => splits.filter((split) => split === name).length / splits.length;
  expect(share('train')).toBeCloseTo(0.6, 1);
  expect(share('validation')).toBeCloseTo(0.2, 1);
  expect(share('test')).toBeCloseTo(0.2, 1);
});

test('a split names every outcome it has too few of', () => {
  const enough = { rows: 100, churned: 50 };
  expect(() => checkSplitCounts({ train: enough, validation: enough, test: enough })).not.toThrow();
  expect(() =>
    checkSplitCounts({
      train: enough,
      validation: { rows: 100, churned: 19 },
      test: { rows: 30, churned: 15 },
    }),
  ).toThrow('got validation: 19 churned, 81 stayed; test: 15 churned, 15 stayed');
});
