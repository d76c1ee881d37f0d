import type { ScoreGroups } from '../metrics/score-groups.ts';

/** Neighbouring scores that share one rate. */
interface PooledBlock {
  /** Mean of the rows' scores. */
  readonly centre: number;
  readonly churned: number;
  readonly rows: number;
}

/**
 * The rising step function nearest to the labels, by squares and by likelihood alike: neighbours whose shares of churn do
 * not rise are pooled until all do (Ayer et al. 1955). Lowest score first; shares strictly rise from block to block. O(n).
 */
export function poolAdjacentViolators({ scores, churned, stayed }: ScoreGroups): PooledBlock[] {
  const blocks: PooledBlock[] = [];
  for (let group = scores.length - 1; group >= 0; group--) {
    let block: PooledBlock = {
      centre: scores[group]!,
      churned: churned[group]!,
      rows: churned[group]! + stayed[group]!,
    };
    for (let below = blocks.at(-1); below !== undefined && !rises(below, block); below = blocks.at(-1)) {
      block = pool(below, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks;
}

function rises(below: PooledBlock, above: PooledBlock): boolean {
  return below.churned * above.rows < above.churned * below.rows;
}

function pool(below: PooledBlock, above: PooledBlock): PooledBlock {
  const rows = below.rows + above.rows;
  return {
    centre: below.centre + (above.centre - below.centre) * (above.rows / rows),
    churned: below.churned + above.churned,
    rows,
  };
}
