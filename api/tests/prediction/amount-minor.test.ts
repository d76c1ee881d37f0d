import fc from 'fast-check';
import { amountMinor } from '../../src/prediction/amount-minor.ts';

test.each([
  [19.99, 1999],
  [0.29, 29],
  [-5, -500],
  [1.1, 110],
  [0, 0],
  [9_999_999_999.99, 999_999_999_999],
])('%p currency units are %p hundredths', (amount, minor) => {
  expect(amountMinor(amount)).toBe(minor);
});

test.each([0.001, 1.005, 19.999, 1e-9, 0.1 + 0.2])('%p has more than two decimals', (amount) => {
  expect(amountMinor(amount)).toBeUndefined();
});

test('minus zero becomes zero', () => {
  expect(amountMinor(-0)).toBe(0);
});

test('any amount written with two decimals is converted exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (minor) => {
      const sign = minor < 0 ? '-' : '';
      const digits = String(Math.abs(minor)).padStart(3, '0');
      const written = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(amountMinor(Number(written))).toBe(minor + 0);
    }),
  );
});
