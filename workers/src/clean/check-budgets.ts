import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { badInput, type ChurnError } from '@churn/shared/platform/churn-error';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { setAsideTable } from './judge-delivery.ts';
import { readSetAsideLines } from './set-aside-lines.ts';

const exampleLines = 3;

/** Refuses (exit 2) a delivery of which a rule sets aside more than its budget, with example lines, or nothing is left. */
export async function checkBudgets(
  connection: DuckDBConnection,
  files: Record<DeliveredTable, DeliveredFile>,
  report: CleaningReport,
  signal: AbortSignal,
): Promise<void> {
  const broken = report.rules.filter(
    ({ table, rows, budget }) => budget !== null && rows > budget * report[table].rowsDelivered,
  );
  const sentences: string[] = [];
  const details: string[] = [];
  for (const { id, table, rows, budget, reason } of broken) {
    const { rowsDelivered, file } = report[table];
    const sentence =
      `expected ${id} to set aside at most ${percent(budget!)} of the rows of ${file}, ` +
      `it meets ${rows} of ${rowsDelivered} (${percent(rows / rowsDelivered)})`;
    sentences.push(sentence);
    details.push(`${sentence}. ${reason} To allow it: --budget ${id}=${allowance(rows / rowsDelivered)}`);
    const examples = `rule = ${sqlText(id)} AND line IN (
      SELECT line FROM ${setAsideTable[table]} WHERE rule = ${sqlText(id)} ORDER BY line LIMIT ${exampleLines})`;
    await readSetAsideLines(
      connection,
      files[table],
      examples,
      signal,
      ({ line, raw }) => details.push(`${file}:${line}: ${raw.slice(0, 200)}`),
      async () => undefined,
    );
  }
  if (sentences.length > 0) throw overBudget(sentences, details);
  for (const table of ['customers', 'transactions'] as const) {
    if (report[table].rowsAccepted > 0) continue;
    throw badInput(
      'nothing-accepted',
      `expected acceptable rows in ${report[table].file}, all were set aside`,
    );
  }
}

function overBudget(sentences: readonly string[], details: readonly string[]): ChurnError {
  return badInput('over-budget', sentences.join('; '), details);
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

/** The share, rounded up to whole per cents. */
function allowance(share: number): number {
  return Math.min(1, Math.ceil(share * 100) / 100);
}
