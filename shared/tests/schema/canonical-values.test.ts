import fc from 'fast-check';
import { canonicalSql, foldedSql } from '../../src/cleaning/canonical-values-sql.ts';
import { sqlText, withDuckDb } from '../../src/platform/duckdb-session.ts';
import {
  canonicalGender,
  canonicalRegion,
  canonicalService,
  foldedLetters,
  genderValues,
  regionValues,
  serviceValues,
} from '../../src/schema/canonical-values.ts';

test.each([
  ['M', 'male'],
  ['male', 'male'],
  [' Masculino ', 'male'],
  ['FEMININO', 'female'],
  ['f', 'female'],
  ['Other', 'other'],
  ['?', null],
  ['', null],
])('the gender %j is %j', (text, expected) => {
  expect(canonicalGender(text)).toBe(expected);
});

test('regions unify in case, accents and blanks, and an unknown one stays itself', () => {
  expect(canonicalRegion('NORDESTE')).toBe('northeast');
  expect(canonicalRegion(' Centro-Oeste')).toBe('central-west');
  expect(canonicalRegion('São  Paulo')).toBe('sao paulo');
  expect(canonicalRegion('Unspecified')).toBeNull();
});

test('services unify, and an unknown one stays itself', () => {
  expect(canonicalService('Voz')).toBe('voice');
  expect(canonicalService('85123A')).toBe('85123a');
  expect(canonicalService('NaN')).toBeNull();
});

test('every folded letter has its replacement', () => {
  expect([...foldedLetters.to]).toHaveLength([...foldedLetters.from].length);
});

test('SQL and TypeScript spell every text alike', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Masculino',
      'F',
      'norte',
      'São',
      'VOZ',
      ' ',
      '\u00a0',
      '\t',
      'ß',
      'É',
      'E\u0301',
      'İ',
      'ſ',
      '日',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('').replaceAll('\0', ''));
  await withDuckDb({ threads: 1, temporaryDirectory: 'unused' }, async (connection) => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        const rows = texts.map((value, index) => `(${index}, ${sqlText(value)})`).join(', ');
        const columns = [genderValues, regionValues, serviceValues].map((values) =>
          canonicalSql('folded', values),
        );
        const result = await connection.runAndReadAll(
          `SELECT ${columns.join(', ')} FROM (SELECT i, ${foldedSql('t')} AS folded FROM (VALUES ${rows}) v(i, t)) ORDER BY i`,
        );
        expect(result.getRows()).toEqual(
          texts.map((value) => [canonicalGender(value), canonicalRegion(value), canonicalService(value)]),
        );
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
