import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dayNumber, dayText } from '@churn/shared/platform/calendar-day';
import { seededRandom } from '@churn/shared/platform/seeded-random';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { delivery } from './delivery.ts';
import { runChurn } from './run-churn.ts';

const asOf = '2025-10-26';
const labels = ['--label', 'flag', '--as-of', asOf];
const cli = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));
let customers: string[];
let transactions: string[];
let features: string;

/** A telecom over the two changes of the clock of 2025, whose export goes on for two months after as-of. */
beforeAll(async () => {
  await using given = await delivery();
  const size = ['--customers', '700', '--transactions', '14000', '--dirty', '0.03'];
  await runChurn('generate', '--data-dir', given.dataDirectory, '--out', given.folder, ...size);
  customers = await linesOf(given.path('customers.csv'));
  transactions = await linesOf(given.path('transactions.csv'));
  features = await featuresOf(customers, transactions);
});

test('transactions on or after as-of change no byte of the features', async () => {
  const [header, ...rows] = transactions;
  const isLater = (row: string) => row.split(',')[1]! >= asOf;
  expect(rows.filter(isLater).length).toBeGreaterThan(1000);
  const later = rows.slice(0, 3000).map((row, index) => {
    const [id, , amount, service] = row.split(',');
    return [id, dayText(dayNumber(asOf) + (index % 60)), amount, service].join(',');
  });
  expect(await featuresOf(customers, [header!, ...rows.filter((row) => !isLater(row))])).toBe(features);
  expect(await featuresOf(customers, [...transactions, ...later])).toBe(features);
});

test('the order of the delivered rows changes no byte of the features', async () => {
  expect(await featuresOf(shuffled(customers, 1), shuffled(transactions, 2))).toBe(features);
});

test('a backlog and one file a day since, in a folder, change no byte of the features', async () => {
  await using given = await delivery();
  await given.deliver(text(customers), '');
  const [header, ...rows] = transactions;
  const day = (row: string) => row.split(',')[1] ?? '';
  const byDay = Map.groupBy(rows, (row) => (/^2025-1[01]-\d\d$/.test(day(row)) ? day(row) : 'backlog'));
  expect(byDay.size).toBe(62);
  await mkdir(given.path('days'));
  for (const [name, ofDay] of byDay) {
    await writeFile(given.path(`days/${name}.csv`), text([header!, ...ofDay]));
  }
  const paths = ['--customers', given.path('customers.csv'), '--transactions', given.path('days')];
  expect((await given.run('ingest', ...paths)).result.error).toBeUndefined();
  await given.run('clean', '--quarantine-budget', '1');
  const { result } = await given.run('featurize', ...labels);
  expect(given.outputOf(result, 'features').sha256).toBe(features);
});

test.each(['America/Sao_Paulo', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])(
  'neither the time zone %s nor its daylight saving changes a byte of the features',
  async (timeZone) => {
    await using given = await delivery();
    await given.deliver(text(customers), text(transactions));
    const stage = async (...argv: readonly string[]) => {
      const command = [cli, ...argv, '--run', 'r1', '--data-dir', given.dataDirectory];
      const environment = { ...process.env, TZ: timeZone };
      const { stdout } = await promisify(execFile)('node', command, { env: environment });
      return JSON.parse(stdout) as StageResult;
    };
    const delivered = (table: string) => [`--${table}`, given.path(`${table}.csv`)];
    await stage('ingest', ...delivered('customers'), ...delivered('transactions'));
    await stage('clean');
    const result = await stage('featurize', ...labels);
    expect(given.outputOf(result, 'features').sha256).toBe(features);
  },
);

/** SHA-256 of the feature table that the exports come to. */
async function featuresOf(customerLines: string[], transactionLines: string[]): Promise<string> {
  await using given = await delivery();
  await given.deliver(text(customerLines), text(transactionLines));
  await given.ingest();
  await given.run('clean', '--quarantine-budget', '1');
  const { exitCode, result } = await given.run('featurize', ...labels);
  expect(exitCode).toBe(0);
  return given.outputOf(result, 'features').sha256;
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n');
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The header, then the rows in another order (Fisher and Yates). */
function shuffled([header, ...rows]: readonly string[], seed: number): string[] {
  const random = seededRandom(seed);
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    [rows[last], rows[other]] = [rows[other]!, rows[last]!];
  }
  return [header!, ...rows];
}
