import { parseDocument } from '@churn/shared/artifacts/parse-document';
import { deliveryDialectSchema } from '@churn/shared/dialect/dialect';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { together } from '@churn/shared/platform/together';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { StageContext, StageOutcome } from '../stage/stage.ts';
import { checkBudgets } from './check-budgets.ts';
import { checkReplays } from './check-replays.ts';
import { type CleanedDelivery, cleanDelivery } from './clean-delivery.ts';
import type { CleanOptions } from './clean-options.ts';
import { deliveredFiles } from './delivered-files.ts';
import { cleaningMetrics, cleaningWarnings } from './describe-cleaning.ts';
import { findExamples } from './find-examples.ts';
import { makeCleaningReport } from './make-cleaning-report.ts';
import { countGroups } from './profile/count-groups.ts';
import { parseReplays } from './read-replays.ts';
import type { Replay } from './replay.ts';
import type { UserFiles } from './user-files.ts';
import { writeCleanedTable } from './write-cleaned-table.ts';
import { writeQuarantine } from './write-quarantine.ts';

/** What DuckDB may hold in memory; more goes to the disk. */
const memoryLimit = '600MB';

/** `stored`: the delivered files and their dialect; `folder`: for temporary files. */
export async function cleanAndWrite(
  context: StageContext<CleanOptions>,
  { rules, userRules, replayText }: UserFiles,
  stored: readonly Artifact[],
  folder: string,
): Promise<StageOutcome> {
  const { options, store, signal } = context;
  const document = stored.find(({ role }) => role === 'dialect')!;
  await store.verify(document);
  const dialect = parseDocument(
    deliveryDialectSchema,
    'dialect',
    await store.readText(document),
    document.path,
  );
  const files = deliveredFiles(store, stored, dialect, options.knownOn);
  const replays = replayText === null ? [] : parseReplays(replayText, files);
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
    const { cleaningPage } = await import('./page/cleaning-page.ts');
    const { languageOf } = await import('../report/language/language-of.ts');
    const page = cleaningPage(
      { report, profile, examples: quarantine.examples, files },
      languageOf(options.language),
    );
    const outputs = [
      customers,
      transactions,
      quarantine.artifact,
      await store.addDocument({ folder: 'clean', role: 'cleaning-report' }, report),
      await store.addDocument({ folder: 'clean', role: 'data-profile' }, profile),
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
  const { makeProfile } = await import('./profile/make-profile.ts');
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
