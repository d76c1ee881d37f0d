import { DateFormatVotes } from '../../src/dialect/date-format-votes.ts';
import { decimalVote } from '../../src/dialect/decimal-vote.ts';
import { detectHeader, headerProblems } from '../../src/dialect/detect-header.ts';
import type { DateFormat } from '../../src/dialect/dialect.ts';
import { EncodingJudge } from '../../src/dialect/encoding-judge.ts';

function dateFormat(dates: readonly string[], told: DateFormat | null = null) {
  const votes = new DateFormatVotes();
  for (const date of dates) votes.hear(date);
  return votes.decide(told);
}

test.each<[string[], string]>([
  [['2024-03-01'], 'iso'],
  [['2024-03-01T10:00:00Z', '2024-03-02 11:30'], 'iso'],
  [['19970101'], 'compact'],
  [['01/03/2024', '13/03/2024'], 'day-first'],
  [['01/03/2024 08:26', '03/13/2024 08:26'], 'month-first'],
  [['', 'soon'], 'iso'],
])('the dates %j are written %s', (dates, expected) => {
  expect(dateFormat(dates)).toBe(expected);
});

test('dates that leave day and month open need to be told, and then are believed', () => {
  expect(dateFormat(['01/03/2024', '02/03/2024'])).toHaveProperty('problem');
  expect(dateFormat(['01/03/2024', '02/03/2024'], 'month-first')).toBe('month-first');
});

test('telling day and month apart does not touch a file of other dates', () => {
  expect(dateFormat(['2024-03-01'], 'day-first')).toBe('iso');
});

test('a few faults of another format do not outvote a file', () => {
  expect(dateFormat([...Array.from({ length: 99 }, () => '13/03/2024'), '2024-03-01'])).toBe('day-first');
  expect(dateFormat(['13/03/2024', '2024-03-01'])).toHaveProperty('problem');
});

test.each([
  ['12.50', 'point'],
  ['12,50', 'comma'],
  ['1.234,56', 'comma'],
  ['-1,234.56', 'point'],
  ['1,234', undefined],
  ['12', undefined],
  ['NaN', undefined],
])('the amount %s speaks for %s', (text, expected) => {
  expect(decimalVote(text)).toBe(expected);
});

test.each([',', ';', '\t', '|'])('the delimiter %j is found by the header', (delimiter) => {
  const record = ['Service', ' AMOUNT ', 'transaction_date', 'customer_id'].join(delimiter);
  const header = detectHeader(record, 'transactions');
  expect(header).toEqual({ delimiter, columns: ['service', 'amount', 'transaction_date', 'customer_id'] });
  expect(headerProblems(header.columns, 'transactions')).toEqual([]);
});

test('each missing column is a problem of its own', () => {
  expect(headerProblems(['customer_id', 'amount', 'amount'], 'transactions')).toEqual([
    'expected a column transaction_date, the header has customer_id, amount, amount',
    'expected a column service, the header has customer_id, amount, amount',
    'expected one column amount, the header has it more than once',
  ]);
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
  ['UTF-16', Buffer.from('\ufeffabc', 'utf16le'), 'UTF-16'],
  ['UTF-16 without a mark', Buffer.from('abc', 'utf16le'), 'NUL'],
  ['a binary file', Buffer.from([0x50, 0x4b, 0x03, 0x04]), 'control characters'],
  ['UTF-8 and Latin-1 mixed', Buffer.concat([Buffer.from('é'), Buffer.from(' é', 'latin1')]), 'mixed'],
])('%s is refused', (_name, bytes, expected) => {
  expect(encoding(bytes).problems.join()).toContain(expected);
});
