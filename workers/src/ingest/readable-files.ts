import type { DeliveryDialect } from '@churn/shared/dialect/dialect';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { FileFindings } from './file-findings.ts';
import type { TakenFile } from './take-file.ts';

/** A file that can be read. */
export interface ReadableFile {
  readonly taken: TakenFile;
  readonly findings: FileFindings;
  /** Its name, which no other file of its table has. */
  readonly file: string;
  /** What sentences about it begin with. */
  readonly where: string;
}

/** Parts the files that can be read from what keeps the others from it. */
export function readableFiles(
  all: readonly TakenFile[],
  earlier: Pick<DeliveryDialect, DeliveredTable>,
): {
  readonly files: readonly ReadableFile[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
} {
  const files: ReadableFile[] = [];
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const taken of all) {
    const { table, name } = taken.file;
    const where = `${table} (${name})`;
    const { findings } = taken;
    if ('problems' in findings) {
      problems.push(...findings.problems.map((problem) => `${where}: ${problem}`));
      continue;
    }
    warnings.push(...findings.matched.warnings.map((warning) => `${where}: ${warning}`));
    const names = [
      ...earlier[table].map(({ file }) => file),
      ...files.filter((other) => other.taken.file.table === table).map(({ file }) => file),
    ];
    files.push({ taken, findings, file: freeName(name, names), where });
  }
  return { files, problems, warnings };
}

function freeName(name: string, names: readonly string[]): string {
  let free = name;
  for (let copy = 2; names.includes(free); copy += 1) free = `${name} (${copy})`;
  return free;
}
