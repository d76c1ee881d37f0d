import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStageResult } from '@churn/shared/artifacts/find-stage-result';
import { parseDocument } from '@churn/shared/artifacts/parse-document';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import type { QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import { ordinaryBudget } from '@churn/shared/cleaning/quarantine-budget';
import { deliveryDialectSchema } from '@churn/shared/dialect/dialect';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions, arrangeTransactions } from '../clean/arrange-transactions.ts';
import { checkBudgets } from '../clean/check-budgets.ts';
import { countRows, countRules } from '../clean/count-rules.ts';
import { deliveredFiles } from '../clean/delivered-files.ts';
import { judgeDelivery } from '../clean/judge-delivery.ts';
import { makeCleaningReport } from '../clean/make-cleaning-report.ts';
import { acceptedTable } from '../clean/row-tables.ts';
import { writeCleanedTable } from '../clean/write-cleaned-table.ts';
import { writeQuarantine } from '../clean/write-quarantine.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface CleanOptions {
  readonly budgets: QuarantineBudgets;
  /** Days since 1970-01-01; null: no day is too late. */
  readonly asOfDay: number | null;
  readonly dropIdentical: boolean;
}

/** What DuckDB may hold in memory; more goes to the disk. */
const memoryLimit = '1GB';

/** Delivered bytes in, typed and unified tables out; what fails is set aside with line number, text and reason. */
export const cleanStage: Stage<CleanOptions> = {
  name: 'clean',
  cacheable: true,
  findInputs: async ({ layout, run }) => (await findStageResult(layout, run, 'ingest')).outputs,
  execute: async (context, inputs) => {
    const { layout, threads, signal } = context;
    const temporaryDirectory = join(layout.temporaryDirectory, `clean-${randomUUID()}`);
    await mkdir(temporaryDirectory, { recursive: true });
    try {
      return await withDuckDb({ threads, temporaryDirectory, memoryLimit }, async (connection) => {
        const interrupt = () => connection.interrupt();
        signal.addEventListener('abort', interrupt);
        try {
          return await clean(context, inputs, connection, temporaryDirectory);
        } catch (error) {
          signal.throwIfAborted();
          throw error;
        } finally {
          signal.removeEventListener('abort', interrupt);
        }
      });
    } finally {
      await rm(temporaryDirectory, { recursive: true, force: true });
    }
  },
};

async function clean(
  { options, store, signal }: StageContext<CleanOptions>,
  inputs: readonly Artifact[],
  connection: DuckDBConnection,
  temporaryDirectory: string,
): Promise<StageOutcome> {
  for (const input of inputs) await store.verify(input);
  const document = inputs.find(({ role }) => role === 'dialect')!;
  const dialect = parseDocument(
    deliveryDialectSchema,
    'dialect',
    await store.readText(document),
    document.path,
  );
  const files = deliveredFiles(store, inputs, dialect);
  const loaded = await judgeDelivery(connection, files, options, temporaryDirectory, signal);
  const hasArrivals = files.transactions.some((file) => file.dialect.arrivedOn !== null);
  const identical = await arrangeTransactions(connection, options.dropIdentical, hasArrivals);
  const counts = await countRules(connection);
  counts.set(options.dropIdentical ? 'dropped-identical-transaction' : 'identical-transaction', identical);
  const accepted = {
    customers: await countRows(connection, acceptedTable.customers),
    transactions: await countRows(connection, arrangedTransactions),
  };
  for (const table of ['customers', 'transactions'] as const) {
    const broken = loaded[table].reduce((total, { brokenRows }) => total + brokenRows, 0);
    counts.set(table === 'customers' ? 'broken-customer-line' : 'broken-transaction-line', broken);
  }
  const report = makeCleaningReport(loaded, cleaningRules, counts, accepted, options.budgets);
  await checkBudgets(connection, loaded, report, signal);
  const quarantined = report.customers.rowsQuarantined + report.transactions.rowsQuarantined;
  const outputs = [
    await writeCleanedTable(connection, store, 'customers', accepted.customers),
    await writeCleanedTable(connection, store, 'transactions', accepted.transactions),
    await writeQuarantine(connection, store, loaded, cleaningRules, quarantined, signal),
    await store.addText(
      { folder: 'clean', role: 'cleaning-report', extension: 'json' },
      `${canonicalJson(report)}\n`,
    ),
  ];
  return { outputs, metrics: metricsOf(report), warnings: warningsOf(report) };
}

function metricsOf({ customers, transactions, rules }: CleaningReport): StageOutcome['metrics'] {
  const met = rules.filter(({ rows }) => rows > 0).map(({ id, rows }) => [id, rows] as const);
  return { customers, transactions, rules: Object.fromEntries(met) };
}

/** Set-aside rows always; values lost only where they are more than the ordinary budget; kept oddities always. */
function warningsOf(report: CleaningReport): string[] {
  return report.rules
    .filter(({ action, rows, table }) => {
      if (rows === 0 || action === 'fix' || action === 'merge') return false;
      return action !== 'null' || rows > ordinaryBudget * report[table].rowsDelivered;
    })
    .map(({ id, table, rows, action, reason }) => {
      const done = { quarantine: 'set aside', keep: 'kept', null: 'without the value' }[action as string];
      return `${report[table].file}: ${rows} of ${report[table].rowsDelivered} rows ${done} (${id}): ${reason}`;
    });
}
