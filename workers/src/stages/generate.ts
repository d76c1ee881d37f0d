import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayText } from '@churn/shared/platform/calendar-day';
import { badInput } from '@churn/shared/platform/churn-error';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import { type DeliveredTable, deliveredColumns } from '@churn/shared/schema/delivered-table';
import type { DriftName } from '@churn/shared/simulation/drifts';
import type { DeliveredLine } from '@churn/shared/simulation/fault';
import { simulateTelecom } from '@churn/shared/simulation/simulate-telecom';
import { lastDay } from '@churn/shared/simulation/simulated-period';
import { LineFile } from '../generate/line-file.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface GenerateOptions {
  /** Folder for the files. */
  readonly out: string;
  readonly customers: number;
  /** About as many. */
  readonly transactions: number;
  readonly dirtyShare: number;
  readonly drift: DriftName | null;
}

const plantedColumns = ['file', 'line', 'row', 'fault', 'rule', 'outcome'];
const files = ['customers.csv', 'transactions.csv', 'truth.csv', 'planted.csv'];

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
  const rows = { transactions: 0, customers: 0 };
  let planted = 0;
  await writeLines(join(options.out, 'planted.csv'), plantedColumns, signal, async (plantedFile) => {
    const write = async (table: DeliveredTable, lines: Iterable<DeliveredLine>) => {
      const name = `${table}.csv`;
      await writeLines(join(options.out, name), deliveredColumns[table], signal, async (file) => {
        for (const { text, fault, row } of lines) {
          file.add(text);
          if (fault !== null) {
            plantedFile.add([name, file.lines, row, fault.kind, fault.rule, fault.outcome].join(','));
          }
          if (file.isFull) await file.flush();
          if (plantedFile.isFull) await plantedFile.flush();
        }
        rows[table] = file.lines - 1;
      });
    };
    await write('transactions', telecom.transactionLines);
    await write('customers', telecom.customerLines());
    planted = plantedFile.lines - 1;
  });
  const truthColumns = ['customer_id', 'churn_probability'];
  await writeLines(join(options.out, 'truth.csv'), truthColumns, signal, async (file) => {
    for (const line of telecom.truthLines()) {
      file.add(line);
      if (file.isFull) await file.flush();
    }
  });
  const { churned, bestPossibleAuc } = telecom.facts();
  return {
    outputs: [],
    metrics: {
      files: files.map((name) => join(options.out, name)),
      customers: options.customers,
      customerRows: rows.customers,
      transactionRows: rows.transactions,
      planted,
      drift: options.drift,
      churnRate: churned / options.customers,
      bestPossibleAuc,
      asOf: dayText(lastDay + 1),
    },
  };
}

/** Publishes a file of lines at once, when `write` has added all of them. */
function writeLines(
  path: string,
  header: readonly string[],
  signal: AbortSignal,
  write: (file: LineFile) => Promise<void>,
): Promise<void> {
  return writeAtomically(path, async (temporaryPath) => {
    await using file = await LineFile.create(temporaryPath, header, signal);
    await write(file);
    await file.flush();
  });
}
