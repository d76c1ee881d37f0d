/** A share of values up to which another format is taken for faults of single rows, not for the file's own. */
export const faultyShare = 0.05;

export type Verdict<Format extends string> =
  | { readonly kind: 'decided'; readonly format: Format }
  /** No value tells the formats apart. */
  | { readonly kind: 'undecided' }
  /** Too many values speak for one format and too many for another. */
  | { readonly kind: 'contradictory'; readonly formats: readonly [Format, Format] };

/** Counts, for each format, the values that only it can read. */
export class FormatVotes<Format extends string> {
  readonly #counts = new Map<Format, number>();

  add(format: Format, times = 1): void {
    this.#counts.set(format, (this.#counts.get(format) ?? 0) + times);
  }

  /** Adds the votes of another hearing. */
  join(other: FormatVotes<Format>): void {
    for (const [format, count] of other.#counts) this.add(format, count);
  }

  count(format: Format): number {
    return this.#counts.get(format) ?? 0;
  }

  get verdict(): Verdict<Format> {
    const ranked = [...this.#counts].sort(([, a], [, b]) => b - a);
    const [first, second] = ranked;
    if (first === undefined) return { kind: 'undecided' };
    if (second !== undefined && second[1] > faultyShare * (first[1] + second[1])) {
      return { kind: 'contradictory', formats: [first[0], second[0]] };
    }
    return { kind: 'decided', format: first[0] };
  }
}
