import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStageResult } from '@churn/shared/artifacts/find-stage-result';
import { parseDocument } from '@churn/shared/artifacts/parse-document';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import type { QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import { asCleaningRule, userRulesSchema } from '@churn/shared/cleaning/user-rules';
import { deliveryDialectSchema } from '@churn/shared/dialect/dialect';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { together } from '@churn/shared/platform/together';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { checkBudgetNames, checkBudgets } from '../clean/check-budgets.ts';
import { checkReplays } from '../clean/check-replays.ts';
import { type CleanedDelivery, cleanDelivery } from '../clean/clean-delivery.ts';
import { deliveredFiles } from '../clean/delivered-files.ts';
import { cleaningMetrics, cleaningWarnings } from '../clean/describe-cleaning.ts';
import { findExamples } from '../clean/find-examples.ts';
import { makeCleaningReport } from '../clean/make-cleaning-report.ts';
import { countGroups } from '../clean/profile/count-groups.ts';
import { parseReplays, readReplayFile } from '../clean/read-replays.ts';
import type { Replay } from '../clean/replay.ts';
import { writeCleanedTable } from '../clean/write-cleaned-table.ts';
import { writeQuarantine } from '../clean/write-quarantine.ts';
import { readUserDocument } from '../ingest/read-user-document.ts';
import type { LanguageTag } from '../report/language/language-tag.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface CleanOptions {
  readonly budgets: QuarantineBudgets;
  /** Days since 1970-01-01; null: no day is too late. */
  readonly asOfDay: number | null;
  readonly dropIdentical: boolean;
  /** Only files that came until this day, YYYY-MM-DD, or whose arrival is not known; null: all files. */
  readonly knownOn: string | null;
  /** The user's file of rules. */
  readonly rules: string | null;
  /** The user's file of repaired rows of the quarantine. */
  readonly replay: string | null;
  /** Of the page for people. */
  readonly language: LanguageTag;
}

/** What DuckDB may hold in memory; more goes to the disk. */
const memoryLimit = '600MB';

/** Delivered bytes in, typed and unified tables out; what fails is set aside with line number, text and reason. */
export const cleanStage: Stage<CleanOptions> = {
  name: 'clean',
  cacheable: true,
  // The files of the user count by their content, which is among the inputs.
  cacheOptions: ({ rules: _rules, replay: _replay, ...options }) => options,
  findInputs: async ({ layout, run, options }) => {
    const { rules, input } = await findRules(options);
    checkBudgetNames(rules, options.budgets);
    const { outputs } = await findStageResult(layout, run, 'ingest');
    const replay = options.replay === null ? [] : [(await readReplayFile(options.replay)).input];
    return [...outputs, ...input, ...replay];
  },
  execute: async (context, inputs) => {
    const folder = join(context.layout.temporaryDirectory, `clean-${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    try {
      return await clean(context, inputs, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Every rule, the user's after the built-in ones, and the user's file as an input of the stage. */
async function findRules({ rules: path }: CleanOptions) {
  if (path === null) return { rules: cleaningRules, userRules: [], input: [] };
  const { value, input } = await readUserDocument('--rules', 'rules', path, userRulesSchema);
  return {
    rules: [...cleaningRules, ...value.rules.map(asCleaningRule)],
    userRules: value.rules,
    input: [input],
  };
}

async function clean(
  context: StageContext<CleanOptions>,
  inputs: readonly Artifact[],
  folder: string,
): Promise<StageOutcome> {
  const { options, store, signal } = context;
  const { rules, userRules } = await findRules(options);
  const stored = inputs.filter(({ role }) => role !== 'rules' && role !== 'replay');
  const document = stored.find(({ role }) => role === 'dialect')!;
  await store.verify(document);
  const dialect = parseDocument(
    deliveryDialectSchema,
    'dialect',
    await store.readText(document),
    document.path,
  );
  const files = deliveredFiles(store, stored, dialect, options.knownOn);
  const replays =
    options.replay === null ? [] : parseReplays((await readReplayFile(options.replay)).text, files);
  // Whatever became of damaged bytes, that they are damaged is what is said.
  const verified = together(...stored.map((input) => store.verify(input)));
  const judge = async (connection: DuckDBConnection, some: readonly Replay[]) => {
    const settings = { ...options, userRules, replays: some };
    const [, cleaned] = await together(verified, cleanDelivery(connection, files, settings, folder, signal));
    return cleaned;
  };
  if (replays.length > 0) {
    // What is set aside of the delivery as it came is known when all of it was judged.
    await inDatabase(context, folder, async (connection) => {
      const cleaned = await judge(connection, []);
      await checkReplays(connection, cleaned.files, rules, replays, signal);
    });
  }
  return inDatabase(context, folder, async (connection, another) => {
    const cleaned = await judge(connection, replays);
    const report = makeCleaningReport(cleaned, rules, options.budgets);
    await checkBudgets(connection, cleaned.files, report, signal);
    await findExamples(connection, rules, userRules, cleaned);
    const [quarantine, { profile, customers, transactions }] = await together(
      writeQuarantine(another, store, cleaned.files, report, signal),
      profileAndWrite(connection, store, cleaned),
    );
    const { cleaningPage } = await import('../clean/page/cleaning-page.ts');
    const { languageOf } = await import('../report/language/language-of.ts');
    const page = cleaningPage(
      { report, profile, examples: quarantine.examples, files },
      languageOf(options.language),
    );
    const text = (role: string, content: unknown) =>
      store.addText({ folder: 'clean', role, extension: 'json' }, `${canonicalJson(content)}\n`);
    const outputs = [
      customers,
      transactions,
      quarantine.artifact,
      await text('cleaning-report', report),
      await text('data-profile', profile),
      await store.addText({ folder: 'reports', role: 'cleaning-page', extension: 'html' }, page),
    ];
    const metrics = { ...cleaningMetrics(report), replayedRows: replays.length };
    return { outputs, metrics, warnings: cleaningWarnings(report) };
  });
}

/** While another connection reads what is set aside. */
async function profileAndWrite(
  connection: DuckDBConnection,
  store: StageContext<CleanOptions>['store'],
  cleaned: CleanedDelivery,
) {
  const customers = await writeCleanedTable(connection, store, 'customers', cleaned);
  const transactions = await writeCleanedTable(connection, store, 'transactions', cleaned);
  const counts = await countGroups(connection);
  // Loaded when it is needed: a start that draws nothing is faster.
  const { makeProfile } = await import('../clean/profile/make-profile.ts');
  return { customers, transactions, profile: makeProfile(counts) };
}

/** Work in a database of its own, which a signal to stop interrupts; two connections work at a time. */
function inDatabase<T>(
  { threads, signal }: StageContext<CleanOptions>,
  temporaryDirectory: string,
  work: (connection: DuckDBConnection, another: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDuckDb({ threads, temporaryDirectory, memoryLimit }, async (connection, connect) => {
    const another = await connect();
    const interrupt = () => {
      connection.interrupt();
      another.interrupt();
    };
    signal.addEventListener('abort', interrupt);
    try {
      return await work(connection, another);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
  });
}
