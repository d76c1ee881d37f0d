import { open } from 'node:fs/promises';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { examplesOfRule } from './find-examples.ts';
import type { LoadedFiles } from './judge-delivery.ts';
import { readSetAsideLines, type SetAsideLine } from './set-aside-lines.ts';

/** The first lines of each rule. */
export type Examples = ReadonlyMap<string, readonly SetAsideLine[]>;

export interface WrittenQuarantine {
  readonly artifact: Artifact;
  readonly examples: Examples;
}

/**
 * One JSON line for each quarantined row: file, line, raw, rule, reason; customers first, each file in its order. The examples
 * are found on the way, so that no file is read once more for them.
 */
export async function writeQuarantine(
  connection: DuckDBConnection,
  store: ArtifactStore,
  files: LoadedFiles,
  report: CleaningReport,
  signal: AbortSignal,
): Promise<WrittenQuarantine> {
  const examples = new Map<string, SetAsideLine[]>();
  const artifact = await store.add(
    { folder: 'clean', role: 'quarantine', extension: 'ndjson' },
    async (path) => {
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
        const take = (found: SetAsideLine) => {
          const { file, line, raw, rule } = found;
          const shown = examples.get(rule);
          if (shown === undefined) examples.set(rule, [found]);
          else if (shown.length < examplesOfRule) shown.push(found);
          const reason = reasons.get(rule);
          if (reason === undefined) return;
          rows += 1;
          pending.push(`${JSON.stringify({ file, line, raw, rule, reason })}\n`);
        };
        const wanted = { rules: [...reasons.keys()], examples: true };
        for (const file of files[table])
          await readSetAsideLines(connection, file, wanted, signal, take, flush);
      }
      const expectedRows = report.customers.rowsQuarantined + report.transactions.rowsQuarantined;
      if (rows !== expectedRows) {
        throw new Error(`expected ${expectedRows} quarantined lines, found ${rows} in the files`);
      }
      return { rows };
    },
  );
  return { artifact, examples };
}
