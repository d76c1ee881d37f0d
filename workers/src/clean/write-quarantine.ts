import { open } from 'node:fs/promises';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFiles } from './judge-delivery.ts';
import { readSetAsideLines } from './set-aside-lines.ts';

/** One JSON line for each quarantined row: file, line, raw, rule, reason; customers first, each file in its order. */
export function writeQuarantine(
  connection: DuckDBConnection,
  store: ArtifactStore,
  files: LoadedFiles,
  report: CleaningReport,
  signal: AbortSignal,
): Promise<Artifact> {
  return store.add({ folder: 'clean', role: 'quarantine', extension: 'ndjson' }, async (path) => {
    await using output = await open(path, 'w');
    let pending: string[] = [];
    const flush = async () => {
      if (pending.length > 0) await output.writeFile(pending.join(''));
      pending = [];
    };
    let rows = 0;
    for (const table of deliveredTables) {
      const quarantining = report.rules.filter(
        (rule) => rule.table === table && rule.action === 'quarantine',
      );
      const reasons = new Map(quarantining.map(({ id, reason }) => [id, reason]));
      for (const file of files[table]) {
        const take = ({ rule, ...line }: { readonly rule: string }) => {
          rows += 1;
          pending.push(`${JSON.stringify({ ...line, rule, reason: reasons.get(rule) })}\n`);
        };
        await readSetAsideLines(connection, file, [...reasons.keys()], signal, take, flush);
      }
    }
    const expectedRows = report.customers.rowsQuarantined + report.transactions.rowsQuarantined;
    if (rows !== expectedRows) {
      throw new Error(`expected ${expectedRows} quarantined lines, found ${rows} in the files`);
    }
    return { rows };
  });
}
