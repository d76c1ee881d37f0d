import { customersHeader, delivery, transactionsHeader } from './delivery.ts';

const rows = 450_000;
const isFaulty = (row: number) => row % 5_000 === 1;

/** More than one thread's share of a file (8 MB), so that several read it. */
function lines(header: string, line: (row: number) => string): string {
  const all = [header];
  for (let row = 0; row < rows; row += 1) all.push(line(row));
  return `${all.join('\n')}\n`;
}

test('rows that several threads read find their lines again, in both tables and with ids', async () => {
  await using given = await delivery();
  await given.deliver(
    lines(customersHeader, (row) => `${isFaulty(row) ? '' : `c-${row}`},40,female,2020-01-31,north,0`),
    lines(
      `${transactionsHeader},transaction_id`,
      (row) => `c-0,2024-05-31,${isFaulty(row) ? 'free' : row},voice,t-${row}`,
    ),
  );
  await given.ingest();
  const { result } = await given.run('clean', '--threads', '2');
  expect(result.error).toBeUndefined();
  const faulty = Array.from({ length: rows }, (_, row) => row).filter(isFaulty);
  const quarantine = await given.quarantine(result);
  for (const table of ['customers', 'transactions']) {
    const found = quarantine.filter(({ file }) => file === `${table}.csv`);
    expect(found.map(({ line }) => line)).toEqual(faulty.map((row) => row + 2));
  }
});
