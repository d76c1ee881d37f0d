import { badInput } from '../platform/churn-error.ts';
import { compareRows } from './compare-rows.ts';
import type { GroupedRows } from './score-groups.ts';

export interface NumberedCustomers {
  /** Number of the customer from 0, for each row in sorted order. */
  readonly customerOfRow: Uint32Array;
  readonly count: number;
}

/**
 * Numbers customers by what their rows hold and not by their names, so that neither the order of rows nor the names decide
 * what a seed draws. Where everybody has one row, a customer's number is the place of the row in `order`.
 */
export function numberCustomers(
  order: Uint32Array,
  labels: Uint8Array,
  groupings: readonly GroupedRows[],
  customerIds: readonly string[] | undefined,
): NumberedCustomers {
  if (customerIds !== undefined && customerIds.length !== labels.length) {
    throw badInput(
      'customers-invalid',
      `expected a customer for each of ${labels.length} rows, got ${customerIds.length}`,
    );
  }
  if (customerIds === undefined || new Set(customerIds).size === labels.length) {
    return { customerOfRow: Uint32Array.from(order.keys()), count: order.length };
  }
  const kinds = kindsOf(order, labels, groupings);
  const placesOf = Map.groupBy(order.keys(), (place) => customerIds[order[place]!]!);
  const customers = [...placesOf.values()].sort((a, b) => compareKinds(kinds, a, b));
  const customerOfRow = new Uint32Array(order.length);
  for (const [number, places] of customers.entries()) {
    for (const place of places) customerOfRow[place] = number;
  }
  return { customerOfRow, count: customers.length };
}

/** Equal numbers for rows that cannot be told apart, rising in sorted order. */
function kindsOf(order: Uint32Array, labels: Uint8Array, groupings: readonly GroupedRows[]): Uint32Array {
  const kinds = new Uint32Array(order.length);
  for (let place = 1; place < order.length; place++) {
    const isNew = compareRows(labels, groupings, order[place - 1]!, order[place]!) !== 0;
    kinds[place] = kinds[place - 1]! + (isNew ? 1 : 0);
  }
  return kinds;
}

function compareKinds(kinds: Uint32Array, a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = kinds[a[index]!]! - kinds[b[index]!]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
