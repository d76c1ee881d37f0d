import { RecordScanner } from '../../src/dialect/record-scanner.ts';
import { splitRecord } from '../../src/dialect/split-record.ts';
import { type SeededRandom, seededRandom } from '../../src/platform/seeded-random.ts';

const files = 100_000;
const marks = { delimiter: ',', quote: '"' };
/** What delivered files are made of, and what breaks them. */
const pieces = [
  ...['a', 'b7', '1,2', ',', ',,', ';', ' ', '\t', "'", '\\', 'é', '日', '\u00a0', '12.50', '2024-03-01'],
  ...['"', '""', '"x"', '","', '"a,b"', '"a\nb"', '\n', '\r\n', '\r', '\n\n', '\u0000', '\u001f', '\ufeff'],
];

function randomBytes(random: SeededRandom): Uint8Array {
  const parts: string[] = [];
  for (let left = random.integer(0, 24); left > 0; left -= 1) {
    parts.push(pieces[random.integer(0, pieces.length - 1)]!);
  }
  const bytes = Buffer.from(parts.join(''));
  // Bytes that are valid in no encoding, and files that were cut off.
  if (random.integer(0, 9) === 0 && bytes.length > 0)
    bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
  return random.integer(0, 9) === 0 ? bytes.subarray(0, random.integer(0, bytes.length)) : bytes;
}

test('no file of 100,000 crashes the scan, and every line of it is accounted for once', () => {
  const random = seededRandom(7);
  const lost: string[] = [];
  let accepted = 0;
  let setAside = 0;
  for (let file = 0; file < files; file += 1) {
    const bytes = randomBytes(random);
    const chunkBytes = random.integer(1, 40);
    // Bytes of records, line breaks between them and empty lines make up the file.
    let nextLine = 1;
    let isAccounted = true;
    let bytesOfRecords = 0;
    const scanner = new RecordScanner(marks, (chunk, start, end, { line, lines, fields, fault }) => {
      isAccounted &&= line >= nextLine && end > start;
      nextLine = line + lines;
      bytesOfRecords += end - start;
      if (fault === null) {
        accepted += 1;
        const text = Buffer.from(chunk.subarray(start, end)).toString('latin1');
        isAccounted &&= splitRecord(text, ',').length === fields;
      } else {
        setAside += 1;
      }
    });
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      scanner.feed(bytes.subarray(at, at + chunkBytes));
    }
    scanner.finish();
    if (!isAccounted || !breaksAccounted(bytes, scanner, bytesOfRecords)) {
      lost.push(JSON.stringify(Buffer.from(bytes).toString()));
    }
  }
  expect(lost.slice(0, 3)).toEqual([]);
  expect(accepted).toBeGreaterThan(files / 2);
  expect(setAside).toBeGreaterThan(files / 10);
});

/** Every byte is of a record, of a line break that ends one or an empty line, or of the byte order mark. */
function breaksAccounted(bytes: Uint8Array, { lineEnds }: RecordScanner, bytesOfRecords: number): boolean {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return mark + bytesOfRecords + lineEnds.alone + 2 * lineEnds.withReturn + lineEnds.cutOff === bytes.length;
}
