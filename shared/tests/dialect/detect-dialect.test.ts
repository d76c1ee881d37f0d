import { AmountVotes, decimalVote } from '../../src/dialect/amount-votes.ts';
import { DateVotes } from '../../src/dialect/date-votes.ts';
import { decideDates } from '../../src/dialect/decide-dates.ts';
import { detectHeader } from '../../src/dialect/detect-header.ts';
import { detectQuote } from '../../src/dialect/detect-quote.ts';
import { EncodingJudge } from '../../src/dialect/encoding-judge.ts';

const anyShape = ['iso', 'compact', 'named'];

function decide(dates: readonly string[], context: Partial<Parameters<typeof decideDates>[1]> = {}) {
  const votes = new DateVotes();
  for (const date of dates) votes.hear(date);
  return decideDates(votes, { told: null, others: null, decimal: 'point', ...context });
}

test.each([
  ['2024-03-01', 'iso'],
  ['2024-03-01T10:00:00Z', 'iso'],
  ['2024/3/1 11:30', 'iso'],
  ['2024-03-01-03:00', 'iso'],
  ['19970101', 'compact'],
  ['1 Mar 2024', 'named'],
  ['01-MAR-24', 'named'],
  ['1 de março de 2024', 'named'],
  ['March 1, 2024', 'named'],
  ['01/03/2024 08:26', 'slashed'],
  ['1.3.24', 'slashed'],
  ['45/13/2024', undefined],
  ['soon', undefined],
  ['', undefined],
])('the date %j has the shape %s', (text, shape) => {
  const votes = new DateVotes();
  votes.hear(text);
  expect(votes.heard).toEqual(shape === undefined ? {} : { [shape]: 1 });
});

test('a number above 12 tells day from month for the whole file, beside dates of other shapes', () => {
  expect(decide(['01/03/2024', '13/03/2024', '2024-03-01'])).toEqual({
    dates: [...anyShape, 'day-first'],
    reason: '1 dates have a number above 12 in the first place',
  });
  expect(decide(['01/03/2024', '03/13/2024'])).toMatchObject({ dates: [...anyShape, 'month-first'] });
});

test('where no number tells, the other files do, then a decimal comma', () => {
  expect(decide(['01/03/2024'], { others: 'month-first', decimal: 'comma' })).toEqual({
    dates: [...anyShape, 'month-first'],
    reason: 'as in the other files of the delivery',
  });
  expect(decide(['01/03/2024'], { decimal: 'comma' })).toEqual({
    dates: [...anyShape, 'day-first'],
    reason: 'amounts have a decimal comma',
  });
});

test('where nothing tells, the option is asked for and believed', () => {
  expect(decide(['01/03/2024'])).toHaveProperty('problem');
  expect(decide(['13/03/2024'], { told: 'month-first' })).toMatchObject({
    dates: [...anyShape, 'month-first'],
  });
  expect(decide(['13/03/2024'], { told: 'iso' })).toEqual({ dates: ['iso'], reason: null });
});

test('a few dates that nothing tells apart do not stop a file; numbers above 12 in both places do', () => {
  const iso = Array.from({ length: 99 }, () => '2024-03-01');
  expect(decide([...iso, '01/03/2024'])).toEqual({ dates: anyShape, reason: null });
  expect(decide(['13/03/2024', '03/13/2024'])).toHaveProperty('problem');
});

test.each([
  ['12.50', 'point'],
  ['12,50', 'comma'],
  ['1.234,56', 'comma'],
  ['-1,234.56', 'point'],
  ['1 234,5', 'comma'],
  ['1234,567', 'comma'],
  ['1,234', undefined],
  ['1,234,567', undefined],
  ['(1.234)', undefined],
  ['12', undefined],
])('the number %s speaks for %s', (text, expected) => {
  expect(decimalVote(text)).toBe(expected);
});

function amounts(...texts: string[]) {
  const votes = new AmountVotes();
  for (const text of texts) votes.hear(text);
  return votes;
}

test('the currency of a file is the one its amounts name', () => {
  expect(amounts('R$ 1.234,50', '12,50').currency()).toBe('BRL');
  expect(amounts('12.50 €', '(3.10 EUR)').currency()).toBe('EUR');
  expect(amounts('US$12.50', '$3').currency()).toBe('USD');
  expect(amounts('12.50', '?').currency()).toBeNull();
  expect(amounts('R$ 12,50', '€ 12,50').currency()).toEqual({
    problem: 'expected amounts of one currency, found BRL and EUR: convert them, or deliver a file each',
  });
});

test('amounts with a currency tell the decimal mark, too', () => {
  expect(amounts('R$ 12,50').decimal(null)).toBe('comma');
  expect(amounts('R$ 12,50').decimal('point')).toBe('point');
  expect(amounts('12,50', '12.50').decimal(null)).toHaveProperty('problem');
});

test.each([',', ';', '\t', '|'])('the delimiter %j is found by the header', (delimiter) => {
  const record = ['Service', ' AMOUNT ', 'transaction_date', 'customer_id'].join(delimiter);
  const header = detectHeader(record, 'transactions', '"');
  expect(header).toMatchObject({
    delimiter,
    names: ['Service', 'AMOUNT', 'transaction_date', 'customer_id'],
    matched: { places: { service: 0, amount: 1, transaction_date: 2, customer_id: 3 }, problems: [] },
  });
});

test('an apostrophe is the quote only where it stands around fields of most lines', () => {
  expect(detectQuote(["'id','name'", "'1','O''Brien'"])).toBe("'");
  expect(detectQuote(['id,name', "1,'t Hart", "2,O'Brien"])).toBe('"');
  expect(detectQuote(['"id","name"', `"1","'x'"`])).toBe('"');
});

function encoding(bytes: Uint8Array, chunkBytes = 2) {
  const judge = new EncodingJudge();
  for (let at = 0; at < bytes.length; at += chunkBytes) judge.feed(bytes.subarray(at, at + chunkBytes));
  return judge.finish();
}

test('valid UTF-8 is UTF-8, however its letters are cut, and the rest is Latin-1', () => {
  expect(encoding(Buffer.from('\ufeffSão Paulo €'))).toEqual({ encoding: 'utf-8', problems: [] });
  expect(encoding(Buffer.from('São Paulo', 'latin1'))).toEqual({ encoding: 'latin1', problems: [] });
});

test.each([
  ['bytes with NUL', Buffer.from('abc', 'utf16le'), 'NUL'],
  ['UTF-8 and Latin-1 mixed', Buffer.concat([Buffer.from('é'), Buffer.from(' é', 'latin1')]), 'mixed'],
])('%s are refused', (_name, bytes, expected) => {
  expect(encoding(bytes).problems.join()).toContain(expected);
});
