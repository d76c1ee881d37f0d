import fc from 'fast-check';
import { median } from '../../src/models/median.ts';

test('the median is that of the values in order, whatever order they come in', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
      const given = Float64Array.from(values, (number) => number + 0);
      const sorted = given.toSorted();
      const [lower, upper] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
      const expected = sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
      const found = median(given);
      expect(Object.is(found, expected) || found === expected || Number.isNaN(expected)).toBe(true);
      expect([...given].sort()).toEqual([...Float64Array.from(values, (number) => number + 0)].sort());
    }),
  );
});

test('of no values it is 0', () => {
  expect(median(new Float64Array())).toBe(0);
});
