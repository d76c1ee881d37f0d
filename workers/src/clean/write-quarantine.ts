import { open } from 'node:fs/promises';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { readSetAsideLines } from './set-aside-lines.ts';

const quarantineRules = new Map(
  cleaningRules.filter(({ action }) => action === 'quarantine').map(({ id, reason }) => [id, reason]),
);

/** One JSON line for each quarantined row: file, line, raw, rule, reason; customers first, each file in its order. */
export function writeQuarantine(
  connection: DuckDBConnection,
  store: ArtifactStore,
  files: Record<DeliveredTable, DeliveredFile>,
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
    const rules = [...quarantineRules.keys()].map((id) => `'${id}'`).join(', ');
    let rows = 0;
    for (const table of ['customers', 'transactions'] as const) {
      await readSetAsideLines(
        connection,
        files[table],
        `rule IN (${rules})`,
        signal,
        ({ file, line, raw, rule }) => {
          rows += 1;
          pending.push(`${JSON.stringify({ file, line, raw, rule, reason: quarantineRules.get(rule) })}\n`);
        },
        flush,
      );
    }
    const expected = report.customers.rowsQuarantined + report.transactions.rowsQuarantined;
    if (rows !== expected)
      throw new Error(`expected ${expected} quarantined lines, found ${rows} in the files`);
    return { rows };
  });
}
