import { tmpdir } from 'node:os';
import { doubleOfWideInteger } from '../../src/features/double-of-wide-integer.ts';
import { withDuckDb } from '../../src/platform/duckdb-session.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

test('wide integers become the doubles that DuckDB makes of them', async () => {
  const random = seededRandom(1);
  const wide = (bits: number) =>
    Array.from({ length: bits }, () => random.integer(0, 1)).reduce(
      (value, bit) => value * 2n + BigInt(bit),
      0n,
    );

  const values = [0n, 1n, 2n ** 64n, ...Array.from({ length: 3000 }, (_, i) => wide(60 + (i % 66)))];
  await withDuckDb({ threads: 1, temporaryDirectory: tmpdir() }, async (connection) => {
    const list = values.map((value, i) => `(${i}, CAST('${value}' AS HUGEINT))`).join(', ');
    const result = await connection.runAndReadAll(
      `SELECT CAST(x AS DOUBLE) FROM (VALUES ${list}) AS wide(i, x) ORDER BY i`,
    );
    expect(result.getRows().map(([x]) => x)).toEqual(values.map(doubleOfWideInteger));
  });
  expect(values.some((value) => doubleOfWideInteger(value) !== Number(value))).toBe(true);
});
