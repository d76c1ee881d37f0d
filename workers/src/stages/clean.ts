import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import { ordinaryBudget } from '@churn/shared/cleaning/quarantine-budget';
import { type DeliveryDialect, deliveryDialectSchema } from '@churn/shared/dialect/dialect';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { checkBudgets } from '../clean/check-budgets.ts';
import type { DeliveredFile } from '../clean/delivered-file.ts';
import { judgeDelivery } from '../clean/judge-delivery.ts';
import { makeCleaningReport } from '../clean/make-cleaning-report.ts';
import { writeCleanedTable } from '../clean/write-cleaned-table.ts';
import { writeQuarantine } from '../clean/write-quarantine.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface CleanOptions {
  readonly budgets: QuarantineBudgets;
  /** Days since 1970-01-01; null: no day is too late. */
  readonly asOfDay: number | null;
  readonly dropIdentical: boolean;
}

/** Delivered bytes in, typed and unified tables out; what fails is set aside with line number, text and reason. */
export const cleanStage: Stage<CleanOptions> = {
  name: 'clean',
  cacheable: true,
  findInputs: async ({ layout, run }) => {
    const taken = await findStageResult(layout, run, 'ingest');
    return [outputOf(taken, 'customers'), outputOf(taken, 'transactions'), outputOf(taken, 'dialect')];
  },
  execute: async (context, inputs) => {
    for (const input of inputs) await context.store.verify(input);
    const { layout, threads, signal } = context;
    const temporaryDirectory = join(layout.temporaryDirectory, `clean-${randomUUID()}`);
    await mkdir(temporaryDirectory, { recursive: true });
    try {
      return await withDuckDb({ threads, temporaryDirectory }, async (connection) => {
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
  const input = (role: string) => inputs.find((artifact) => artifact.role === role)!;
  const dialect = deliveryDialectSchema.parse(JSON.parse(await store.readText(input('dialect'))));
  const fileOf = (table: DeliveredTable): DeliveredFile => ({
    table,
    path: store.absolutePath(input(table)),
    dialect: dialect[table],
  });
  const files = { customers: fileOf('customers'), transactions: fileOf('transactions') };
  const settings = { dialect, asOfDay: options.asOfDay, dropIdentical: options.dropIdentical };
  const delivered = await judgeDelivery(connection, files, settings, temporaryDirectory, signal);
  const report = await makeCleaningReport(connection, files, delivered, options.budgets);
  await checkBudgets(connection, files, report, signal);
  const outputs = [
    await writeCleanedTable(connection, store, 'customers', report),
    await writeCleanedTable(connection, store, 'transactions', report),
    await writeQuarantine(connection, store, files, report, signal),
    await store.addText(
      { folder: 'clean', role: 'cleaning-report', extension: 'json' },
      `${canonicalJson(report)}\n`,
    ),
  ];
  return { outputs, metrics: metricsOf(report), warnings: warningsOf(report, dialect) };
}

function metricsOf({ customers, transactions, rules }: CleaningReport): StageOutcome['metrics'] {
  const met = rules.filter(({ rows }) => rows > 0).map(({ id, rows }) => [id, rows] as const);
  return { customers, transactions, rules: Object.fromEntries(met) };
}

/** Set-aside rows always; values lost only where they are more than the ordinary budget; kept oddities always. */
function warningsOf(report: CleaningReport, dialect: DeliveryDialect): string[] {
  return report.rules
    .filter(({ action, rows, table }) => {
      if (rows === 0 || action === 'fix' || action === 'merge') return false;
      return action !== 'null' || rows > ordinaryBudget * report[table].rowsDelivered;
    })
    .map(({ id, table, rows, action, reason }) => {
      const done = { quarantine: 'set aside', keep: 'kept', null: 'without the value' }[action as string];
      return `${dialect[table].file}: ${rows} of ${report[table].rowsDelivered} rows ${done} (${id}): ${reason}`;
    });
}
