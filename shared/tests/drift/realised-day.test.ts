import { realisedDay } from '../../src/drift/realised-day.ts';
import { dayNumber, dayText } from '../../src/platform/calendar-day.ts';

const labelling = { mode: 'inactivity', horizonDays: 30, lookbackDays: 90 } as const;
/** Knows outcomes until 2025-09-30. */
const model = { labelling, asOf: ['2025-08-02', '2025-09-01'] };
const delivered = { firstDay: dayNumber('2024-11-07'), lastDay: dayNumber('2025-12-31') };

function told(asOf: string, days = delivered): string {
  const day = realisedDay(model, dayNumber(asOf), days);
  return 'whyNot' in day ? day.whyNot : dayText(day.asOfDay);
}

test.each([
  ['a horizon before as-of', '2025-11-15', '2025-10-16'],
  ['the day on which the outcomes that the model knows have ended', '2025-10-31', '2025-10-01'],
  ['a horizon before the end of the data, where as-of lies after it', '2026-02-20', '2025-12-02'],
])('%s is looked back to', (_what, asOf, day) => {
  expect(told(asOf)).toBe(day);
});

test('a day sooner the model knows an outcome, and the reason says when it can be told', () => {
  expect(told('2025-10-30')).toBe(
    'the model knows outcomes until 2025-09-30, and those after it take 30 days: it can be told from as-of 2025-10-31 on, ' +
      'with transactions until the day before; here they end before 2025-10-30',
  );
});

test('a delivery that begins less than a horizon before has nobody to look back to', () => {
  const days = { ...delivered, firstDay: dayNumber('2025-09-17') };
  expect(told('2025-11-15', days)).toBe(
    'it takes 30 days of transactions before 2025-10-16, but the first one is of 2025-09-17',
  );
  expect(told('2025-11-16', days)).toBe('2025-10-17');
});

test('flags have no date', () => {
  const flagged = { ...model, labelling: { ...labelling, mode: 'flag' } as const };
  expect(realisedDay(flagged, dayNumber('2026-02-20'), delivered)).toEqual({
    whyNot: 'the labels are flags of the column churn, which do not say when a customer left',
  });
});
