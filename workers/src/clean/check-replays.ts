import type { CleaningRule } from '@churn/shared/cleaning/cleaning-rule';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFiles } from './judge-delivery.ts';
import { refusedReplay } from './read-replays.ts';
import type { Replay } from './replay.ts';
import { readSetAsideLines } from './set-aside-lines.ts';

/** Refuses (exit 2) repaired rows for lines that are not in the quarantine of the delivery as it came. */
export async function checkReplays(
  connection: DuckDBConnection,
  files: LoadedFiles,
  rules: readonly CleaningRule[],
  replays: readonly Replay[],
  signal: AbortSignal,
): Promise<void> {
  const open = new Set(replays.map(keyOf));
  for (const table of deliveredTables) {
    const ids = rules
      .filter((rule) => rule.table === table && rule.action === 'quarantine')
      .map(({ id }) => id);
    for (const loaded of files[table]) {
      const { part } = loaded.file;
      if (!replays.some((replay) => replay.table === table && replay.part === part)) continue;
      const take = ({ line }: { readonly line: number }) => {
        open.delete(keyOf({ table, part, line }));
      };
      await readSetAsideLines(
        connection,
        loaded,
        { rules: ids, examples: false },
        signal,
        take,
        async () => undefined,
      );
    }
  }
  if (open.size === 0) return;
  throw refusedReplay(
    replays
      .filter((replay) => open.has(keyOf(replay)))
      .map(
        ({ file, line }) => `${file}:${line}: expected a line of the quarantine, the line is not set aside`,
      ),
  );
}

function keyOf({ table, part, line }: Pick<Replay, 'table' | 'part' | 'line'>): string {
  return `${table} ${part} ${line}`;
}
