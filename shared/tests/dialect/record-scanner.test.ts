import fc from 'fast-check';
import { RecordScanner } from '../../src/dialect/record-scanner.ts';
import { splitRecord } from '../../src/dialect/split-record.ts';

interface Seen {
  readonly text: string;
  readonly line: number;
  readonly fields: number;
  readonly fault: string | null;
}

function scan(text: string, chunkBytes = 1 << 20): Seen[] {
  const seen: Seen[] = [];
  const scanner = new RecordScanner(
    { delimiter: ',', quote: '"' },
    (bytes, start, end, { line, fields, fault }) => {
      seen.push({ text: Buffer.from(bytes.subarray(start, end)).toString(), line, fields, fault });
    },
  );
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.feed(bytes.subarray(at, at + chunkBytes));
  scanner.finish();
  return seen;
}

test('records end at LF, at CR LF, or with the file', () => {
  expect(scan('a,b\r\n1,2\n3,4')).toEqual([
    { text: 'a,b', line: 1, fields: 2, fault: null },
    { text: '1,2', line: 2, fields: 2, fault: null },
    { text: '3,4', line: 3, fields: 2, fault: null },
  ]);
});

test('a byte order mark is no part of the first record', () => {
  expect(scan('\ufeffa,b\n')[0]!.text).toBe('a,b');
});

test('empty lines are no records but count as lines', () => {
  expect(scan('a\n\n\r\nb\n').map(({ text, line }) => [text, line])).toEqual([
    ['a', 1],
    ['b', 4],
  ]);
});

test('line breaks and delimiters inside quotes belong to the field, and the next record knows its line', () => {
  expect(scan('1,"a\r\nb,""c""\n"\n2,d\n')).toEqual([
    { text: '1,"a\r\nb,""c""\n"', line: 1, fields: 2, fault: null },
    { text: '2,d', line: 4, fields: 2, fault: null },
  ]);
});

test('a quote that never ends is a fault of its line alone', () => {
  expect(scan('1,"a\n2,b\n3,c').map(({ text, line, fault }) => [text, line, fault])).toEqual([
    ['1,"a', 1, 'open-quote'],
    ['2,b', 2, null],
    ['3,c', 3, null],
  ]);
});

test('text after a closing quote is a fault of its line alone', () => {
  expect(scan('1,"a"x\n2,b\n').map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'text-after-quote'],
    [2, null],
  ]);
});

test('a quote inside an unquoted field is a letter', () => {
  expect(scan('5" screen,b\n')).toEqual([{ text: '5" screen,b', line: 1, fields: 2, fault: null }]);
  expect(splitRecord('5" screen,b', ',')).toEqual(['5" screen', 'b']);
});

test('a line beyond 1 MiB is refused', () => {
  expect(() => scan(`a\n${'x'.repeat(3 << 20)}`)).toThrow('line 2 is longer');
});

test('how the bytes arrive changes nothing', () => {
  const text = fc.array(fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', '\ufeff', 'é', ' '), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (pieces, chunkBytes) => {
      expect(scan(pieces.join(''), chunkBytes)).toEqual(scan(pieces.join('')));
    }),
    { seed: 7 },
  );
});

test('the fields counted are the fields split', () => {
  const field = fc
    .array(fc.constantFrom('a', ',', '"', '\n', ' '), { maxLength: 5 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(field, { minLength: 2, maxLength: 5 }), (fields) => {
      const record = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
      expect(scan(`${record}\n`)).toEqual([{ text: record, line: 1, fields: fields.length, fault: null }]);
      expect(splitRecord(record, ',')).toEqual(fields);
    }),
    { seed: 7 },
  );
});
