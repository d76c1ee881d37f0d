import type { TreeEnsemble } from './tree-ensemble.ts';

/**
 * What each column added to the margin on a row's way through the trees: at every split the mean margin of the node
 * changes, and the change is credited to the column asked. Base plus the sum is the margin. Cheap (one walk a tree);
 * unlike SHAP it depends on the order of the splits.
 * Source: A. Saabas, "Interpreting random forests" (2014); also XGBoost's `approx_contribs`.
 */
export interface PathContributions {
  readonly base: number;
  /** Adds row `row` into `into[offset + sources[column]]`. */
  addRow(columns: readonly Float32Array[], row: number, into: Float64Array, offset: number): void;
}

/** `sources` maps a column of the ensemble to the feature that is credited. */
export function pathContributions(ensemble: TreeEnsemble, sources: Int32Array): PathContributions {
  const means = nodeMeans(ensemble);
  const { roots, feature, threshold, left, right, defaultLeft } = ensemble;
  let base = ensemble.baseMargin;
  for (const root of roots) base += means[root]!;
  return {
    base,
    addRow: (columns, row, into, offset) => {
      for (let node of roots) {
        for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
          const value = columns[asked]![row]!;
          const goesLeft = Number.isNaN(value) ? defaultLeft[node] === 1 : value < threshold[node]!;
          const child = goesLeft ? left[node]! : right[node]!;
          into[offset + sources[asked]!]! += means[child]! - means[node]!;
          node = child;
        }
      }
    },
  };
}

/** Mean leaf value below each node, weighted by cover; children stand behind parents, so one pass backwards does. */
function nodeMeans({ feature, left, right, leafValue, cover }: TreeEnsemble): Float64Array {
  const means = new Float64Array(feature.length);
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node] === -1) {
      means[node] = leafValue[node]!;
      continue;
    }
    const a = left[node]!;
    const b = right[node]!;
    means[node] = (means[a]! * cover[a]! + means[b]! * cover[b]!) / (cover[a]! + cover[b]!);
  }
  return means;
}
