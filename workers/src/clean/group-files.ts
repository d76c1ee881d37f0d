import type { OrdinaryDates } from '@churn/shared/cleaning/ordinary-dates';
import type { DecimalMark } from '@churn/shared/dialect/dialect';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import type { Replay } from './replay.ts';
import type { ReadableFile } from './sound-file.ts';

/** As many rows are read in one query, since a query that names all customers costs time of its own. */
const rowsOfGroup = 500_000;

export interface FileGroup {
  readonly dates: OrdinaryDates;
  readonly decimal: DecimalMark;
  readonly files: readonly ReadableFile[];
}

/** Neighbouring files that are written alike, up to so many rows together; a file with repaired rows stands alone. */
export function groupFiles(
  files: readonly { readonly readable: ReadableFile; readonly dates: OrdinaryDates }[],
  replays: readonly Replay[],
): FileGroup[] {
  const groups: (FileGroup & { readonly key: string; readonly files: ReadableFile[]; rows: number })[] = [];
  for (const { readable, dates } of files) {
    const { table, part, dialect } = readable.file;
    const { decimal } = dialect;
    const isRepaired = replays.some((replay) => replay.table === table && replay.part === part);
    const key = isRepaired ? `repaired ${part}` : canonicalJson({ dates, decimal });
    const last = groups.at(-1);
    if (last !== undefined && last.key === key && last.rows + readable.soundRows <= rowsOfGroup) {
      last.files.push(readable);
      last.rows += readable.soundRows;
    } else {
      groups.push({ dates, decimal, files: [readable], key, rows: readable.soundRows });
    }
  }
  return groups;
}
