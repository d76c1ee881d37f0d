import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import type { CleaningRule } from '@churn/shared/cleaning/cleaning-rule';
import type { QuarantineBudgets } from '@churn/shared/cleaning/quarantine-budget';
import { badInput } from '@churn/shared/platform/churn-error';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFiles } from './judge-delivery.ts';
import { readSetAsideLines } from './set-aside-lines.ts';

const exampleLines = 3;

/** Refuses (exit 2) a delivery of which a rule sets aside more than its budget, with example lines, or nothing is left. */
export async function checkBudgets(
  connection: DuckDBConnection,
  files: LoadedFiles,
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
    details.push(...(await examplesOf(connection, files[table], id, signal)));
  }
  if (sentences.length > 0) throw badInput('over-budget', sentences.join('; '), details);
  for (const table of deliveredTables) {
    if (report[table].rowsAccepted > 0) continue;
    throw badInput(
      'nothing-accepted',
      `expected acceptable rows in ${report[table].file}, all were set aside`,
    );
  }
}

/** Refuses (exit 2) a budget for what is no rule that sets rows aside. */
export function checkBudgetNames(rules: readonly CleaningRule[], { byRule }: QuarantineBudgets): void {
  const possible = rules.filter(({ action }) => action === 'quarantine').map(({ id }) => id);
  const unknown = Object.keys(byRule).filter((id) => !possible.includes(id));
  if (unknown.length === 0) return;
  throw badInput(
    'bad-option',
    `--budget: expected a rule of: ${possible.join(', ')}, got ${unknown.join(', ')}`,
  );
}

/** The first lines of the rule, as `file:line: text`. */
async function examplesOf(
  connection: DuckDBConnection,
  files: LoadedFiles[keyof LoadedFiles],
  rule: string,
  signal: AbortSignal,
): Promise<string[]> {
  const examples: string[] = [];
  for (const file of files) {
    const take = ({ file: name, line, raw }: { file: string; line: number; raw: string }) => {
      if (examples.length < exampleLines) examples.push(`${name}:${line}: ${raw.slice(0, 200)}`);
    };
    await readSetAsideLines(
      connection,
      file,
      { rules: [rule], examples: false },
      signal,
      take,
      async () => undefined,
    );
    if (examples.length === exampleLines) break;
  }
  return examples;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

/** The share, rounded up to whole per cents. */
function allowance(share: number): number {
  return Math.min(1, Math.ceil(share * 100) / 100);
}
