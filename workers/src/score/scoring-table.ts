import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LastWeek } from '@churn/shared/drift/judge-volume';
import type { TransactionDays } from '@churn/shared/features/choose-as-of-days';
import { dayText } from '@churn/shared/platform/calendar-day';
import { badInput } from '@churn/shared/platform/churn-error';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeFeatureTable } from '../featurize/write-feature-table.ts';
import { type CleanedTables, openCleanedTables, transactionDays } from '../inputs/cleaned-tables.ts';
import { lastWeek, warnOfThinEnd } from '../inputs/last-week.ts';
import type { StageContext } from '../stage/stage.ts';
import { leaveOut, withoutChurned } from './leave-out-churned.ts';
import type { ScoredCustomers } from './scored-customers.ts';

export interface ScoringOptions {
  /** Days since 1970-01-01; null: the day after the last transaction. */
  readonly asOfDay: number | null;
}

export interface ScoringTable {
  readonly connection: DuckDBConnection;
  /** Parquet of features without labels, in the spill space. */
  readonly path: string;
  readonly asOfDay: number;
  /** What the features are computed from, and a folder for other tables made of it. */
  readonly tables: CleanedTables;
  readonly days: TransactionDays;
  readonly folder: string;
  /** The last one before as-of that the data have. */
  readonly week: LastWeek;
  /** Of the customers in the table, as in `Labelling`. */
  readonly lookbackDays: number | null;
  /** Customers who would be in the table, had they not left. */
  readonly leftOut: number;
  readonly warnings: readonly string[];
}

/** Computes the features of the eligible customers at as-of, hands them to `work`, and removes them whatever happens. */
export async function withScoringTable<T>(
  context: StageContext<ScoringOptions>,
  inputs: readonly Artifact[],
  customers: ScoredCustomers,
  work: (table: ScoringTable) => Promise<T>,
): Promise<T> {
  const { layout, store, options, threads } = context;
  const opened = await openCleanedTables(store, inputs);
  const tables = customers.leaveOutChurned ? withoutChurned(opened) : opened;
  const { temporaryDirectory } = layout;
  await mkdir(temporaryDirectory, { recursive: true });
  const folder = await mkdtemp(join(temporaryDirectory, 'features-'));
  try {
    return await withDuckDb({ threads, temporaryDirectory }, async (connection) => {
      const days = await transactionDays(connection, tables);
      const asOfDay = options.asOfDay ?? days.lastDay + 1;
      const silence = judgeAsOf(asOfDay, days);
      const week = await lastWeek(connection, opened, Math.min(asOfDay, days.lastDay + 1));
      const { leftOut, lookbackDays, warnings } = await leaveOut(
        connection,
        opened,
        asOfDay,
        days,
        customers,
      );
      const path = join(folder, 'features.parquet');
      await writeFeatureTable(connection, path, tables, { rows: { asOfDay, lookbackDays } }, threads);
      context.signal.throwIfAborted();
      const told = {
        leftOut,
        lookbackDays,
        week,
        warnings: [...silence, ...warnOfThinEnd(week), ...warnings],
      };
      return await work({ connection, path, asOfDay, tables, days, folder, ...told });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function judgeAsOf(asOfDay: number, { firstDay, lastDay }: TransactionDays): string[] {
  if (asOfDay <= firstDay) {
    throw badInput(
      'nothing-before-as-of',
      `expected transactions before as-of ${dayText(asOfDay)}, but the first one is of ${dayText(firstDay)}`,
    );
  }
  const silentDays = asOfDay - 1 - lastDay;
  return silentDays <= 0
    ? []
    : [
        `As-of ${dayText(asOfDay)} is ${silentDays + 1} days after the last transaction (${dayText(lastDay)}): customers look more silent than they are.`,
      ];
}
