import type { DateVotes, DayOrder } from './date-votes.ts';
import type { DateFormat, DecimalMark } from './dialect.ts';

export interface DateDecision {
  /** Formats in which the file's dates are read. */
  readonly dates: readonly DateFormat[];
  /** Why the day, or the month, stands first, in words; null where no date needs it. */
  readonly reason: string | null;
}

/** What else is known of the file, in the order in which it is asked. */
export interface DateContext {
  /** `--date-format`. */
  readonly told: DateFormat | null;
  /** Decided by other files of the delivery. */
  readonly others: DayOrder | null;
  readonly decimal: DecimalMark;
}

const always = ['iso', 'compact', 'named'] as const;

/**
 * The formats in which a file's dates are read. Several may stand side by side, since one look at a date tells which it is, but for
 * day and month: whether 01/02/2024 is in January is decided once for the file. By `told`; else by numbers above 12 in the file; else
 * as in the other files; else a decimal comma tells that the day is first. Where nothing tells: a problem in words, unless
 * such dates are so few that their rows are set aside.
 */
export function decideDates(
  votes: DateVotes,
  context: DateContext,
): DateDecision | { readonly problem: string } {
  const { told, others, decimal } = context;
  if (told === 'iso' || told === 'compact' || told === 'named') return { dates: [told], reason: null };
  const first = (order: DayOrder, reason: string): DateDecision => ({ dates: [...always, order], reason });
  if (told !== null) return first(told, 'told by --date-format');
  if (votes.shapes.count('slashed') === 0)
    return { dates: others === null ? always : [...always, others], reason: null };
  const { verdict } = votes.order;
  if (verdict.kind === 'decided') {
    const place = verdict.format === 'day-first' ? 'first' : 'second';
    return first(
      verdict.format,
      `${votes.order.count(verdict.format)} dates have a number above 12 in the ${place} place`,
    );
  }
  if (verdict.kind === 'contradictory') {
    return votes.areSlashedFaults
      ? { dates: always, reason: null }
      : { problem: problemOf('numbers above 12 in the place of the day and of the month') };
  }
  if (others !== null) return first(others, 'as in the other files of the delivery');
  if (decimal === 'comma') return first('day-first', 'amounts have a decimal comma');
  return votes.areSlashedFaults
    ? { dates: always, reason: null }
    : { problem: problemOf('no number above 12') };
}

function problemOf(found: string): string {
  return `dates that tell day from month, found ${found}: give --date-format day-first or month-first`;
}
