import { csvLine } from '../../src/score/csv-line.ts';
import { riskDeciles } from '../../src/score/risk-deciles.ts';

test('fields with separators, quotes and line breaks are quoted', () => {
  expect(csvLine(['a', 0.5, 'b,c', 'd "e"', 'f\ng'])).toBe('a,0.5,"b,c","d ""e""","f\ng"\r\n');
});

test('decile 1 holds the riskiest tenth', () => {
  const probabilities = Float64Array.from({ length: 20 }, (_, i) => i / 20);
  expect([...riskDeciles(probabilities)].reverse()).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10,
  ]);
});

test('equal probabilities share the riskier decile', () => {
  expect([...riskDeciles(Float64Array.of(0.5, 0.5, 0.9, 0.5))]).toEqual([3, 3, 1, 3]);
});
