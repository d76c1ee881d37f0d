import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { delivery } from './delivery.ts';

/**
 * Two public data sets as a user would export them. The repository does not hold them, since one has no terms of its own; they lie in
 * the folder that CHURN_PUBLIC_DATA names, or in shared/data beside the checkout. Where they are missing, nothing is tested.
 */
const beside = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const folder = process.env.CHURN_PUBLIC_DATA ?? beside;
const withData = existsSync(join(folder, 'online-retail', 'raw')) ? test : test.skip;
const raw = (set: string, file: string) => join(folder, set, 'raw', file);

async function ingested(set: string, transactions: string) {
  const given = await delivery();
  const { result } = await given.run(
    ...([
      'ingest',
      '--customers',
      raw(set, 'customers.csv'),
      '--transactions',
      raw(set, transactions),
    ] as const),
  );
  expect(result.error).toBeUndefined();
  return { ...given, taken: result.metrics as Record<string, Record<string, unknown>> };
}

withData('Online Retail: a quarter of the rows has no customer, which is set aside and said', async () => {
  await using given = await ingested('online-retail', 'transactions.csv.gz');
  expect(given.taken.transactions).toMatchObject({ rows: 541_909, compression: 'gzip' });
  const { result } = await given.run('clean');
  expect(result.error).toBeUndefined();
  expect(result.warnings).toContain(
    'transactions.csv.gz: 135080 of 541909 rows set aside (missing-customer-id): The transaction names no customer.',
  );
  expect(result.metrics).toMatchObject({
    customers: { rowsDelivered: 4389, rowsAccepted: 4372, rowsQuarantined: 17 },
    transactions: { rowsAccepted: 406_829, rowsQuarantined: 135_080 },
    rules: {
      'customer-id-as-decimal': 4372,
      'transaction-id-as-decimal': 406_829,
      'missing-customer-id': 135_080,
    },
  });
});

withData('CDNOW: dates as 19970101 and ids with leading zeros are read as they are', async () => {
  await using given = await ingested('cdnow', 'transactions.csv');
  expect(given.taken.transactions).toMatchObject({ rows: 69_659, dates: { compact: expect.any(Number) } });
  const { result } = await given.run('clean');
  expect(result.error).toBeUndefined();
  expect(result.metrics).toMatchObject({
    customers: { rowsAccepted: 23_570 },
    transactions: { rowsAccepted: 69_659, rowsQuarantined: 0 },
  });
  expect((await given.rows(result, 'transactions'))[0]).toEqual(['00001', '1997-01-01', '1177', null]);
});
