import type { TopLevelSpec } from 'vega-lite';
import type { Table } from '../table.ts';

/** How an entry of a chart's key is drawn: colour is never the only difference. */
export interface KeyEntry {
  readonly label: string;
  readonly colour: string;
  readonly shape: 'line' | 'dashes' | 'dot' | 'diamond' | 'square';
}

/** A chart, and the same told in words and in numbers for those who do not see it. */
export interface Chart {
  readonly title: string;
  /** What to see in it, in a sentence with numbers. */
  readonly summary: string;
  readonly spec: TopLevelSpec;
  readonly key: readonly KeyEntry[];
  readonly numbers: Table;
}

export type Point = readonly [number, number];
