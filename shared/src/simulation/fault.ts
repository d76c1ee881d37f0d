import type { SeededRandom } from '../platform/seeded-random.ts';
import type { SimulatedCustomer } from './simulated-customer.ts';

/** A kind of damage that exports have, and what cleaning must make of it. */
export interface Fault<Row> {
  readonly kind: string;
  /** Id of the rule of cleaning that meets the damaged line. */
  readonly rule: string;
  /** What the rule does with it: `CleaningAction`. */
  readonly outcome: 'quarantine' | 'merge' | 'null' | 'fix' | 'keep';
  /** Customers whose rows can have it; all when absent. */
  appliesTo?(customer: SimulatedCustomer): boolean;
  /** The lines that stand in the export instead of the row's own. */
  plant(row: Row, customer: SimulatedCustomer, random: SeededRandom): readonly string[];
  /** Which of the lines is the damaged one; the others are the row as it was. */
  readonly damaged: number;
}

/** A line of an export, and the fault that was planted in it. */
export interface DeliveredLine {
  readonly text: string;
  readonly fault: Pick<Fault<unknown>, 'kind' | 'rule' | 'outcome'> | null;
  /** Number of the row that it is made of, from 1: of the line in the same export without damage. */
  readonly row: number;
}

/** Plants a fault of any kind into `share` of the rows. */
export class FaultPlanter<Row> {
  readonly #faults: readonly Fault<Row>[];
  readonly #line: (row: Row) => string;
  readonly #share: number;
  #rows = 0;

  constructor(faults: readonly Fault<Row>[], line: (row: Row) => string, share: number) {
    this.#faults = faults;
    this.#line = line;
    this.#share = share;
  }

  /** The lines of the next row. */
  linesOf(row: Row, customer: SimulatedCustomer, random: SeededRandom): DeliveredLine[] {
    this.#rows += 1;
    const number = this.#rows;
    if (random.uniform() >= this.#share) return [{ text: this.#line(row), fault: null, row: number }];
    const possible = this.#faults.filter((fault) => fault.appliesTo?.(customer) ?? true);
    const fault = possible[random.integer(0, possible.length - 1)]!;
    return fault
      .plant(row, customer, random)
      .map((text, index) => ({ text, fault: index === fault.damaged ? fault : null, row: number }));
  }
}
