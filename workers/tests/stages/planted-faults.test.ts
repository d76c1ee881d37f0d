import { readFile } from 'node:fs/promises';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import type { JsonValue } from '@churn/shared/schema/json-value';
import { type Delivery, delivery } from './delivery.ts';
import { runChurn } from './run-churn.ts';

interface Planted {
  readonly file: string;
  readonly line: number;
  /** Number of the row in the export without damage. */
  readonly row: number;
  readonly rule: string;
  readonly outcome: string;
}

const size = ['--customers', '3000', '--transactions', '60000', '--seed', '7'];
let dirty: Delivery;
let undamaged: Delivery;
let planted: readonly Planted[];
let cleaned: Awaited<ReturnType<Delivery['run']>>['result'];

beforeAll(async () => {
  dirty = await delivery();
  undamaged = await delivery();
  const generate = (out: string, share: string) =>
    runChurn('generate', '--data-dir', dirty.dataDirectory, '--out', out, ...size, '--dirty', share);
  await generate(dirty.folder, '0.05');
  await generate(undamaged.folder, '0');
  planted = (await linesOf(dirty, 'planted.csv')).map((line) => {
    const [file, number, row, , rule, outcome] = line.split(',');
    return { file: file!, line: Number(number), row: Number(row), rule: rule!, outcome: outcome! };
  });
  await dirty.ingest();
  const { exitCode, result } = await dirty.run('clean');
  expect(exitCode).toBe(0);
  cleaned = result;
});

afterAll(async () => {
  await dirty[Symbol.asyncDispose]();
  await undamaged[Symbol.asyncDispose]();
});

test('about 5 % of the rows are damaged, and every line is named that is', () => {
  expect(planted.length / 63_000).toBeCloseTo(0.05, 2);
  expect(new Set(planted.map(({ file, line }) => `${file}:${line}`)).size).toBe(planted.length);
});

test('the quarantine holds exactly the lines whose damage loses the row, each for the right reason', async () => {
  const expected = planted.filter(({ outcome }) => outcome === 'quarantine');
  const found = await dirty.quarantine(cleaned);
  const named = (lines: readonly Pick<Planted, 'file' | 'line' | 'rule'>[]) =>
    lines.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort();
  expect(named(found as unknown as Planted[])).toEqual(named(expected));
});

test('every rule that mends, merges or empties meets as many rows as were damaged for it, and no other', () => {
  const mending = cleaningRules.filter(({ action }) => ['fix', 'merge', 'null'].includes(action));
  const expected = [...mending.map(({ id }) => id), 'transaction-before-signup'].flatMap((id) => {
    const rows = planted.filter(({ rule }) => rule === id).length;
    return rows === 0 ? [] : [[id, rows] as const];
  });
  // What is kept may be met by rows that are as they should be: two equal calls on a day.
  const kept = ['identical-transaction', 'outlier-amount'];
  const quarantining = cleaningRules.filter(({ action }) => action === 'quarantine').map(({ id }) => id);
  const met = Object.entries(cleaned.metrics.rules as Record<string, number>).filter(
    ([id]) => !kept.includes(id) && !quarantining.includes(id),
  );
  expect(Object.fromEntries(met)).toEqual(Object.fromEntries(expected));
});

test('the cleaned transactions are the undamaged ones, less the lost and with the doubled and moved ones', async () => {
  const delivered = await linesOf(dirty, 'transactions.csv');
  const faults = faultsOf('transactions.csv');
  const expected = (await linesOf(undamaged, 'transactions.csv')).flatMap((text, index) => {
    const fault = faults.get(index + 1);
    if (fault === undefined || fault.outcome === 'fix') return [transactionOf(text)];
    if (fault.outcome === 'quarantine') return [];
    const damaged = transactionOf(delivered[fault.line - 2]!);
    return fault.rule === 'identical-transaction' ? [transactionOf(text), damaged] : [damaged];
  });
  expect(sorted(await dirty.rows(cleaned, 'transactions'))).toEqual(sorted(expected));
});

test('the cleaned customers are the undamaged ones, without the values that cannot be read', async () => {
  const columns = ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'];
  const faults = faultsOf('customers.csv');
  const expected = (await linesOf(undamaged, 'customers.csv')).map((text, index) => {
    const [id, age, gender, signup, region, churn] = text.split(',');
    const row: JsonValue[] = [id!, Number(age), gender!, signup!, region!, Number(churn)];
    const fault = faults.get(index + 1);
    if (fault?.outcome !== 'null') return row;
    const { column } = cleaningRules.find(({ id }) => id === fault.rule)!;
    return row.map((value, k) => (columns[k] === column ? null : value));
  });
  expect(sorted(await dirty.rows(cleaned, 'customers'))).toEqual(sorted(expected));
});

/** Data lines of a generated file; none has a line break inside. */
async function linesOf(given: Delivery, name: string): Promise<string[]> {
  const text = await readFile(given.path(name), 'utf8');
  return text.trimEnd().split('\n').slice(1);
}

function faultsOf(file: string): ReadonlyMap<number, Planted> {
  return new Map(planted.filter((fault) => fault.file === file).map((fault) => [fault.row, fault]));
}

/** The cleaned row of a sound line. */
function transactionOf(line: string): JsonValue[] {
  const [id, date, amount, service] = line.split(',');
  return [id!, date!, String(Math.round(Number(amount) * 100)), service!];
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
