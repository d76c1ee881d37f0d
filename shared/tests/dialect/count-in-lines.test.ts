import fc from 'fast-check';
import { countInLines } from '../../src/dialect/count-in-lines.ts';

type Line = readonly [start: number, end: number, delimiters: number, controls: number];

function counted(bytes: Uint8Array, from: number, to: number, delimiter: number): Line[] {
  const lines: Line[] = [];
  countInLines(bytes, from, to, delimiter, (...line) => {
    lines.push(line);
    return true;
  });
  return lines;
}

function countedByteByByte(bytes: Uint8Array, from: number, to: number, delimiter: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let end = from; end < to; end += 1) {
    if (bytes[end] !== 10) continue;
    const line = [...bytes.subarray(start, end)];
    const controls = line.filter((byte) => byte < 32 && byte !== delimiter).length;
    lines.push([start, end, line.filter((byte) => byte === delimiter).length, controls]);
    start = end + 1;
  }
  return lines;
}

describe('countInLines', () => {
  const byte = fc.oneof(fc.constantFrom(9, 10, 13, 31, 32, 44, 45, 59, 124, 127, 128, 255), fc.nat(255));

  test('counts as reading byte by byte does, wherever the bytes begin in memory', () => {
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 60 }),
        fc.nat(7),
        fc.nat(5),
        fc.constantFrom(9, 44, 59, 124),
        (values, offset, from, delimiter) => {
          const bytes = new Uint8Array(new ArrayBuffer(100), offset, values.length);
          bytes.set(values);
          const to = bytes.lastIndexOf(10) + 1;
          fc.pre(from <= to);
          expect(counted(bytes, from, to, delimiter)).toEqual(countedByteByByte(bytes, from, to, delimiter));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test('ends where the visitor says so', () => {
    const starts: number[] = [];
    countInLines(Buffer.from('a,b\nc\x01d\ne\n'), 0, 10, 44, (start, _end, _delimiters, controls) => {
      starts.push(start);
      return controls === 0;
    });
    expect(starts).toEqual([0, 4]);
  });
});
