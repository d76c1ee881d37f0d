import type { DateFormat } from './dialect.ts';
import { FormatVotes } from './format-votes.ts';

const iso = /^\d{4}-\d{1,2}-\d{1,2}([T ].*)?$/;
const compact = /^\d{8}$/;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}([T ,].*)?$/;

/** Hears the dates of a file and says in which format they are written. */
export class DateFormatVotes {
  readonly #shapes = new FormatVotes<'iso' | 'compact' | 'slashed'>();
  /** Only a number above 12 tells day from month. */
  readonly #order = new FormatVotes<'day-first' | 'month-first'>();

  hear(text: string): void {
    if (iso.test(text)) this.#shapes.add('iso');
    if (compact.test(text)) this.#shapes.add('compact');
    const parts = slashed.exec(text);
    if (parts === null) return;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12 && second > 12) return;
    this.#shapes.add('slashed');
    if (first > 12) this.#order.add('day-first');
    if (second > 12) this.#order.add('month-first');
  }

  /** Dates like 03/04/2024, and not one yet that tells day from month. */
  get isUndecidedBetweenDayAndMonth(): boolean {
    return shapeOf(this.#shapes) === 'slashed' && this.#order.verdict.kind === 'undecided';
  }

  /**
   * The format, `iso` where no date was heard; or in words why it cannot be told. `told` decides where the dates leave a
   * choice: a file of dates like 2024-03-01 stays one under `day-first`, which is about dates like 03/04/2024.
   */
  decide(told: DateFormat | null): DateFormat | { readonly problem: string } {
    const shape = shapeOf(this.#shapes);
    const toldOrder = told === 'day-first' || told === 'month-first';
    if (told !== null && !(toldOrder && (shape === 'iso' || shape === 'compact'))) return told;
    if (shape === undefined) return 'iso';
    if (shape === 'contradictory') {
      return { problem: 'one date format, found several: choose one by --date-format' };
    }
    if (shape !== 'slashed') return shape;
    const order = this.#order.verdict;
    if (order.kind === 'decided') return order.format;
    const found =
      order.kind === 'undecided'
        ? 'no number above 12'
        : 'numbers above 12 in the place of the day and of the month';
    return {
      problem: `dates that tell day from month, found ${found}: give --date-format day-first or month-first`,
    };
  }
}

function shapeOf(shapes: FormatVotes<'iso' | 'compact' | 'slashed'>) {
  const { verdict } = shapes;
  if (verdict.kind === 'contradictory') return 'contradictory';
  return verdict.kind === 'decided' ? verdict.format : undefined;
}
