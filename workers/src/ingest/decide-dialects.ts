import type { DateShape, DateVotes, DayOrder } from '@churn/shared/dialect/date-votes';
import { type DateContext, decideDates } from '@churn/shared/dialect/decide-dates';
import type { FileDialect } from '@churn/shared/dialect/dialect';
import { FormatVotes } from '@churn/shared/dialect/format-votes';
import { dateColumns } from '@churn/shared/schema/delivered-table';
import type { ReadableFile } from './readable-files.ts';
import type { ToldDialect } from './told-dialect.ts';

export interface DecidedFile {
  readonly dialect: FileDialect;
  /** How often each way of writing dates was heard. */
  readonly heardDates: Readonly<Partial<Record<DateShape, number>>>;
  /** Why the day, or the month, stands first in its dates; null where none needs it. */
  readonly dayOrderReason: string | null;
}

/** The dialect of each file, or a sentence that says what cannot be told of it. What one file leaves open the others may tell. */
export function decideDialects(
  files: readonly ReadableFile[],
  earlier: readonly FileDialect[],
  told: ToldDialect,
  arrival: Pick<FileDialect, 'delivery' | 'arrivedOn'>,
): (DecidedFile | { readonly problems: readonly string[] })[] {
  const others = orderOf(files.map(({ findings }) => findings.dates)) ?? orderOfDialects(earlier);
  return files.map(({ taken, findings, file }) => {
    const { table, sha256 } = taken.file;
    const { rows, header, matched, csv, amounts } = findings;
    const decimal = amounts.decimal(csv === null ? null : told.decimal);
    const currency = amounts.currency();
    const context: DateContext = {
      told: told.dateFormat,
      others,
      decimal: typeof decimal === 'object' ? 'point' : decimal,
    };
    const dates = decideDates(findings.dates, context);
    if (
      'problem' in dates ||
      typeof decimal === 'object' ||
      (typeof currency === 'object' && currency !== null)
    ) {
      const problems = [
        ...('problem' in dates ? [`expected in ${dateColumns[table]} ${dates.problem}`] : []),
        ...(typeof decimal === 'object' ? [decimal.problem] : []),
        ...(typeof currency === 'object' && currency !== null ? [currency.problem] : []),
      ];
      return { problems };
    }
    const { places } = matched;
    const reading = { dates: [...dates.dates], decimal, currency };
    const dialect = { file, sha256, rows, ...arrival, header: [...header], places, ...reading, csv };
    return { dialect, heardDates: findings.dates.heard, dayOrderReason: dates.reason };
  });
}

function orderOf(all: readonly DateVotes[]): DayOrder | null {
  const joined = new FormatVotes<DayOrder>();
  for (const { order } of all) joined.join(order);
  return joined.verdict.kind === 'decided' ? joined.verdict.format : null;
}

function orderOfDialects(dialects: readonly FileDialect[]): DayOrder | null {
  const orders = dialects.flatMap(({ dates }) => dates.filter((format) => format.endsWith('-first')));
  return (orders.at(-1) as DayOrder | undefined) ?? null;
}
