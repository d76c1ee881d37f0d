import { datePatterns } from './date-patterns.ts';
import { FormatVotes, faultyShare } from './format-votes.ts';

export const dateShapes = ['iso', 'compact', 'named', 'slashed'] as const;
export type DateShape = (typeof dateShapes)[number];
export type DayOrder = 'day-first' | 'month-first';

const patterns = dateShapes.flatMap((shape) =>
  datePatterns[shape === 'slashed' ? 'day-first' : shape].map(
    ({ pattern }) => [shape, new RegExp(pattern, 'u')] as const,
  ),
);

/** Hears the dates of a file: the shapes in which they are written, and whether 01/02/2024 has the day or the month first. */
export class DateVotes {
  readonly shapes = new FormatVotes<DateShape>();
  /** Only a number above 12 tells day from month. */
  readonly order = new FormatVotes<DayOrder>();

  hear(text: string): void {
    for (const [shape, pattern] of patterns) {
      const parts = pattern.exec(text);
      if (parts === null) continue;
      if (shape !== 'slashed') {
        this.shapes.add(shape);
        return;
      }
      const [first, second] = [Number(parts[1]), Number(parts[2])];
      if (first > 12 && second > 12) return;
      this.shapes.add('slashed');
      if (first > 12) this.order.add('day-first');
      if (second > 12) this.order.add('month-first');
      return;
    }
  }

  /** Dates like 03/04/2024, and not one yet that tells day from month. */
  get isUndecided(): boolean {
    return this.shapes.count('slashed') > 0 && this.order.verdict.kind === 'undecided';
  }

  /** The shapes that were heard, and how often. */
  get heard(): Partial<Record<DateShape, number>> {
    const counts = dateShapes.map((shape) => [shape, this.shapes.count(shape)] as const);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  /** Share of the dates written like 03/04/2024. */
  get slashedShare(): number {
    const all = dateShapes.reduce((total, shape) => total + this.shapes.count(shape), 0);
    return all === 0 ? 0 : this.shapes.count('slashed') / all;
  }

  /** So few that they are faults of their rows, which need not be read. */
  get areSlashedFaults(): boolean {
    return this.slashedShare <= faultyShare;
  }
}
