import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { customerRanges } from '../../src/featurize/customer-ranges.ts';

/** Ranges over a file with one row for each of 10,000 customers, in row groups of 2,048. */
async function rangesOf(count: number, column = 'customer_id') {
  const directory = await mkdtemp(join(tmpdir(), 'ranges-'));
  try {
    return await withDuckDb({ threads: 1, temporaryDirectory: directory }, async (connection) => {
      const path = join(directory, 'transactions.parquet');
      await connection.run(`COPY (SELECT printf('%05d', i) AS ${column} FROM range(10000) AS t(i))
        TO ${sqlText(path)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
      return await customerRanges(connection, path, count);
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}

test('ranges follow each other without a gap, cut where row groups begin', async () => {
  expect(await rangesOf(1)).toEqual([{ from: null, to: null }]);
  expect(await rangesOf(2)).toEqual([
    { from: null, to: '06144' },
    { from: '06144', to: null },
  ]);
  const many = await rangesOf(50);
  expect(many).toHaveLength(5);
  expect(many.map(({ from }) => from)).toEqual([null, ...many.slice(0, -1).map(({ to }) => to)]);
});

test('a file that says nothing of its customers is one range', async () => {
  expect(await rangesOf(4, 'other')).toEqual([{ from: null, to: null }]);
});
