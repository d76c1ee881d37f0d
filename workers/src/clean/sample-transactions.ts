import { trimmedSql } from '@churn/shared/cleaning/canonical-values-sql';
import { foreignTextSql } from '@churn/shared/cleaning/text-columns';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import { canonicalServiceSql } from '@churn/shared/cleaning/transactions-sql';
import { faultyShare } from '@churn/shared/dialect/format-votes';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ReadableFile } from './sound-file.ts';

const sampledRows = 50_000;
const sampledFiles = 8;
const sampleTable = 'sampled_transactions';

/** Enumeration of the spellings of services in the sample. */
export const spellingKey = 'spelling_key';
/** Spellings of services in the sample: `spelling` (the key), `service` (the canonical text), `is_respelled`. */
export const knownSpellings = 'known_spellings';

export interface TransactionSample {
  /** Ids are written as decimal numbers (17850.0), and not in a few rows only. */
  readonly hasDecimalIds: boolean;
}

/**
 * Learns from the first rows of some files how services and customer ids are spelled, so that most rows need no rule to be read. A
 * spelling that the sample lacks makes its row odd, no more.
 */
export async function sampleTransactions(
  connection: DuckDBConnection,
  files: readonly ReadableFile[],
): Promise<TransactionSample> {
  const step = Math.ceil(files.length / sampledFiles);
  const sampled = files.filter((_, index) => index % step === 0);
  const rows = Math.ceil(sampledRows / sampled.length);
  const texts = sampled.map(
    (readable) => `(${textsSql('transactions', readable, readable.file.dialect)} LIMIT ${rows})`,
  );
  await connection.run(`CREATE TABLE ${sampleTable} AS ${texts.join(' UNION ALL ')}`);
  await learnSpellings(connection);
  const decimals = await connection.runAndReadAll(
    `SELECT COUNT(*) FILTER (customer_id LIKE '%.0') > ${faultyShare} * COUNT(*) FROM ${sampleTable}`,
  );
  await connection.run(`DROP TABLE ${sampleTable}`);
  return { hasDecimalIds: decimals.getRows()[0]![0] === true };
}

async function learnSpellings(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TABLE spelled_services AS
     SELECT text, service, COALESCE(service <> trimmed, false) AS is_respelled FROM (
       SELECT text, trimmed, ${canonicalServiceSql('trimmed')} AS service FROM (
         SELECT DISTINCT service AS text, ${trimmedSql('service')} AS trimmed FROM ${sampleTable} WHERE service IS NOT NULL))`,
  );
  // An enumeration needs a value.
  await connection.run(
    `CREATE TYPE ${spellingKey} AS ENUM (
       SELECT ${foreignTextSql} UNION ALL SELECT text FROM spelled_services WHERE service IS NOT NULL)`,
  );
  await connection.run(
    `CREATE TABLE ${knownSpellings} AS SELECT CAST(text AS ${spellingKey}) AS spelling, service, is_respelled
     FROM spelled_services WHERE service IS NOT NULL`,
  );
  await connection.run('DROP TABLE spelled_services');
}
