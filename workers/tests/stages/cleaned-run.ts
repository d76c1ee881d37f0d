import { writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** Leaves the record and the Parquet files of a `clean` stage, filled by two queries. */
export async function leaveCleanedRun(
  dataDirectory: string,
  run: string,
  customersSql: string,
  transactionsSql: string,
): Promise<void> {
  const layout = new ArtifactLayout(dataDirectory);
  const store = new ArtifactStore(layout);
  await withDuckDb({ threads: 2, temporaryDirectory: layout.temporaryDirectory }, async (connection) => {
    const write = (role: string, sql: string): Promise<Artifact> =>
      store.add({ folder: 'clean', role, extension: 'parquet' }, async (path) => {
        await connection.run(`COPY (${sql}) TO ${sqlText(path)} (FORMAT parquet)`);
        return {};
      });
    const outputs = [await write('customers', customersSql), await write('transactions', transactionsSql)];
    const result = {
      stage: 'clean',
      run,
      status: 'done',
      inputs: [],
      outputs,
      metrics: {},
      warnings: [],
      durationMs: 0,
      peakRssBytes: 0,
      version: 'test',
    };
    await writeAtomically(layout.stageResult(run, 'clean'), (path) =>
      writeFile(path, JSON.stringify(result)),
    );
  });
}
