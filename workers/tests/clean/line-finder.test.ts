import fc from 'fast-check';
import { LineFinder } from '../../src/clean/line-finder.ts';

test('finds the wanted lines wherever the stream is cut into chunks', () => {
  const lines = fc.array(fc.constantFrom('a', 'bc', 'é', '', 'x,y'), { maxLength: 30 });
  const lineEnds = fc.constantFrom('\n', '\r\n');
  const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(
      lines,
      cuts,
      fc.integer({ min: 1, max: 4 }),
      lineEnds,
      fc.boolean(),
      (texts, sizes, every, lineEnd, isEnded) => {
        const found: [number, string][] = [];
        let next = every;
        const finder = new LineFinder(
          () => next,
          (bytes, start, end, line) => {
            found.push([line, Buffer.from(bytes.subarray(start, end)).toString()]);
            next += every;
          },
        );
        // A last line without a line break is one only where something stands on it.
        const stream = Buffer.from([...texts, 'end'].join(lineEnd) + (isEnded ? lineEnd : ''));
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          finder.feed(stream.subarray(at, at + size));
          at += size;
        }
        finder.finish();
        expect(found).toEqual(
          [...texts, 'end']
            .map((text, index): [number, string] => [index + 1, text])
            .filter(([line]) => line % every === 0),
        );
      },
    ),
  );
});
