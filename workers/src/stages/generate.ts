import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayText } from '@churn/shared/platform/calendar-day';
import { badInput } from '@churn/shared/platform/churn-error';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import { deliveredColumns } from '@churn/shared/schema/delivered-table';
import { simulateTelecom } from '@churn/shared/simulation/simulate-telecom';
import { lastDay } from '@churn/shared/simulation/simulation-settings';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface GenerateOptions {
  /** Folder for customers.csv, transactions.csv and truth.csv. */
  readonly out: string;
  readonly customers: number;
  /** About as many. */
  readonly transactions: number;
  readonly dirtyShare: number;
}

/** Writes the exports of a simulated telecom outside the store, as a delivery would come. */
export const generateStage: Stage<GenerateOptions> = {
  name: 'generate',
  cacheable: false,
  findInputs: async ({ options }) => {
    const out = await stat(options.out).catch(() => undefined);
    if (out === undefined || out.isDirectory()) return [];
    throw badInput('bad-out', `expected --out to be a folder, ${options.out} is a file`);
  },
  execute: generate,
};

async function generate({ options, seed, signal }: StageContext<GenerateOptions>): Promise<StageOutcome> {
  const telecom = simulateTelecom({ ...options, seed });
  const write = (name: string, header: readonly string[], lines: Iterable<string>) =>
    writeLines(join(options.out, name), header, lines, signal);
  const transactions = await write(
    'transactions.csv',
    deliveredColumns.transactions,
    telecom.transactionLines,
  );
  const customers = await write('customers.csv', deliveredColumns.customers, telecom.customerLines());
  await write('truth.csv', ['customer_id', 'churn_probability'], telecom.truthLines());
  const { churned, bestPossibleAuc } = telecom.facts();
  return {
    outputs: [],
    metrics: {
      files: ['customers.csv', 'transactions.csv', 'truth.csv'].map((name) => join(options.out, name)),
      customers: options.customers,
      customerRows: customers,
      transactionRows: transactions,
      churnRate: churned / options.customers,
      bestPossibleAuc,
      asOf: dayText(lastDay + 1),
    },
  };
}

const linesPerWrite = 20_000;

async function writeLines(
  path: string,
  header: readonly string[],
  lines: Iterable<string>,
  signal: AbortSignal,
): Promise<number> {
  let rows = 0;
  await writeAtomically(path, async (temporaryPath) => {
    await using file = await open(temporaryPath, 'w');
    let pending = [header.join(',')];
    const flush = async () => {
      signal.throwIfAborted();
      await file.writeFile(`${pending.join('\n')}\n`);
      pending = [];
    };
    for (const line of lines) {
      rows += 1;
      if (pending.push(line) >= linesPerWrite) await flush();
    }
    if (pending.length > 0) await flush();
  });
  return rows;
}
