import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { checkSplitCounts } from '@churn/shared/features/check-split-counts';
import { featureList } from '@churn/shared/features/feature-list';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { asOfDaysOf } from '@churn/shared/features/plan-split';
import { dayText } from '@churn/shared/platform/calendar-day';
import { badInput } from '@churn/shared/platform/churn-error';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { Labelling } from '@churn/shared/schema/labelling';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countSplits } from '../featurize/count-splits.ts';
import { countEligible, type EligibleCount } from '../featurize/eligible-customers.ts';
import { planSnapshots, type SnapshotOptions } from '../featurize/plan-snapshots.ts';
import { writeFeatureTable } from '../featurize/write-feature-table.ts';
import {
  type CleanedTables,
  findCleanedTables,
  openCleanedTables,
  transactionDays,
} from '../inputs/cleaned-tables.ts';
import { lastWeek, warnOfThinEnd } from '../inputs/last-week.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface FeaturizeOptions extends SnapshotOptions {
  readonly label: 'auto' | 'flag' | 'inactivity';
  readonly horizonDays: number;
  readonly lookbackDays: number | null;
  /** Flags: days between the end of the features and the day on which the flags hold. */
  readonly gapDays: number;
  /** Names of the only features to compute, for a table that no model takes; null: the feature list. */
  readonly only: readonly string[] | null;
}

/** Cleaned tables in, a labelled and split feature table out. */
export const featurizeStage: Stage<FeaturizeOptions> = {
  name: 'featurize',
  cacheable: true,
  findInputs: findCleanedTables,
  execute: async (context, inputs) => {
    const tables = await openCleanedTables(context.store, inputs);
    const session = { threads: context.threads, temporaryDirectory: context.layout.temporaryDirectory };
    return withDuckDb(session, (connection) => featurize(context, connection, tables));
  },
};

async function featurize(
  { options, store, threads, signal }: StageContext<FeaturizeOptions>,
  connection: DuckDBConnection,
  tables: CleanedTables,
): Promise<StageOutcome> {
  const labelling = await chooseLabelling(connection, tables, options);
  const days = await transactionDays(connection, tables);
  const count = (asOfDays: readonly number[]) => countEligible(connection, tables, asOfDays, labelling);
  const plan = await planSnapshots(options, labelling, days, async (asOfDays) =>
    [...(await count(asOfDays)).values()].map(({ eligible }) => eligible),
  );
  signal.throwIfAborted();
  const inGap = plan.kind === 'forward' ? plan.inGap : [];
  const asOfDays = asOfDaysOf(plan);
  const eligible = await count([...asOfDays, ...inGap]);
  const droppedWithoutFlag =
    labelling.mode === 'flag' ? total(asOfDays.map((day) => eligible.get(day)!.withoutFlag)) : 0;
  const { only } = options;
  const features = only === null ? featureList : featureList.filter(({ name }) => only.includes(name));
  let splits: DatasetDescription['splits'] | undefined;
  const table = await store.add(
    { folder: 'features', role: only === null ? 'features' : 'some-features', extension: 'parquet' },
    async (path) => {
      await writeFeatureTable(connection, path, tables, { rows: { labelling, plan }, features }, threads);
      splits = await countSplits(connection, path);
      checkSplitCounts(splits);
      signal.throwIfAborted();
      return { rows: total(Object.values(splits).map(({ rows }) => rows)) };
    },
  );
  const description: DatasetDescription = {
    format: 'churn-dataset',
    formatVersion: 1,
    labelling,
    asOf: [...asOfDays].sort((a, b) => a - b).map(dayText),
    split: plan.kind,
    featureListHash,
    featureNames: features.map(({ name }) => name),
    rows: table.rows!,
    churned: total(Object.values(splits!).map(({ churned }) => churned)),
    splits: splits!,
    droppedWithoutFlag,
    asOfInGap: inGap.map(dayText),
    transactions: { firstDay: dayText(days.firstDay), lastDay: dayText(days.lastDay) },
  };
  const dataset = await store.addDocument({ folder: 'features', role: 'dataset' }, description);
  const { rows, churned, asOf, split } = description;
  return {
    outputs: [table, dataset],
    metrics: {
      rows,
      churned,
      features: features.length,
      featureListHash,
      asOf,
      split,
      splits: description.splits,
      labelling,
      droppedWithoutFlag,
      rowsInGap: total(inGap.map((day) => eligible.get(day)!.eligible)),
    },
    warnings: [
      ...warnOfThinEnd(await lastWeek(connection, tables, days.lastDay + 1)),
      ...(labelling.mode === 'flag' ? [undatedFlags(options.gapDays)] : warnOfSilent(labelling, eligible)),
    ],
  };
}

/** A look-back beyond the horizon takes in customers who count as gone already. */
function warnOfSilent({ horizonDays }: Labelling, counts: ReadonlyMap<number, EligibleCount>): string[] {
  const newest = Math.max(...counts.keys());
  const { eligible, silent } = counts.get(newest)!;
  return silent === 0
    ? []
    : [
        `${silent} of ${eligible} customers at as-of ${dayText(newest)} had made no transaction for ${horizonDays} days or more: by the label ` +
          `they had left before, which is easily told and raises every measure. --lookback ${horizonDays} leaves them out.`,
      ];
}

function undatedFlags(gapDays: number): string {
  const warning =
    'The churn column has no date: features of recency may describe customers who had churned already instead of predicting it.';
  return gapDays === 0
    ? `${warning} With --gap 30 features end 30 days before the flags; where the flags tell what happened after the as-of date, no gap is needed.`
    : `${warning} Features end ${gapDays} days before the flags: who left earlier than that is still described, not predicted.`;
}

async function chooseLabelling(
  connection: DuckDBConnection,
  { customers }: CleanedTables,
  { label, horizonDays, lookbackDays, gapDays }: FeaturizeOptions,
): Promise<Labelling> {
  const result = await connection.runAndReadAll(
    `SELECT CAST(COUNT(churn) AS INTEGER), CAST(COUNT(*) AS INTEGER) FROM ${customers} AS customers`,
  );
  const [flagged, all] = result.getRows()[0] as [number, number];
  if (label === 'flag' && flagged === 0) {
    throw badInput(
      'no-flags',
      `expected values in the churn column for --label flag, but it is empty for all ${all} customers: take --label inactivity`,
    );
  }
  const mode = label === 'auto' ? (flagged > 0 ? 'flag' : 'inactivity') : label;
  if (gapDays === 0) return { mode, horizonDays, lookbackDays };
  if (mode === 'flag') return { mode, horizonDays, lookbackDays, gapDays };
  throw badInput(
    'gap-without-flags',
    `expected labels from the churn column for --gap ${gapDays}, got inactivity, which begins at as-of`,
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
