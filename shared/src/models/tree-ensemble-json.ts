import { z } from 'zod';
import { badInput } from '../platform/churn-error.ts';
import type { JsonValue } from '../schema/json-value.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

const index = z.number().int().min(-1);
const finite = z.number();
const ensembleSchema = z.strictObject({
  featureCount: z.number().int().nonnegative(),
  baseMargin: finite,
  roots: z.array(index),
  feature: z.array(index),
  threshold: z.array(finite),
  left: z.array(index),
  right: z.array(index),
  defaultLeft: z.array(z.number().int().min(0).max(1)),
  leafValue: z.array(finite),
  cover: z.array(z.number().positive()),
});

/** Plain arrays of numbers; nine significant digits are enough to give every 32-bit float back bit for bit. */
export function treeEnsembleToJson(ensemble: TreeEnsemble): JsonValue {
  return {
    featureCount: ensemble.featureCount,
    baseMargin: short(ensemble.baseMargin),
    roots: [...ensemble.roots],
    feature: [...ensemble.feature],
    threshold: Array.from(ensemble.threshold, short),
    left: [...ensemble.left],
    right: [...ensemble.right],
    defaultLeft: [...ensemble.defaultLeft],
    leafValue: Array.from(ensemble.leafValue, short),
    cover: Array.from(ensemble.cover, short),
  };
}

/** Refuses (`model-invalid`) a document whose trees could not be walked safely. */
export function treeEnsembleFromJson(json: JsonValue): TreeEnsemble {
  const parsed = ensembleSchema.safeParse(json);
  if (!parsed.success) {
    throw badInput(
      'model-invalid',
      `expected trees as arrays of numbers, got: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { data } = parsed;
  const ensemble: TreeEnsemble = {
    featureCount: data.featureCount,
    baseMargin: Math.fround(data.baseMargin),
    roots: Int32Array.from(data.roots),
    feature: Int32Array.from(data.feature),
    threshold: Float32Array.from(data.threshold),
    left: Int32Array.from(data.left),
    right: Int32Array.from(data.right),
    defaultLeft: Uint8Array.from(data.defaultLeft),
    leafValue: Float32Array.from(data.leafValue),
    cover: Float32Array.from(data.cover),
  };
  const fault = faultOf(ensemble);
  if (fault !== undefined) throw badInput('model-invalid', `expected sound trees, got ${fault}`);
  return ensemble;
}

function faultOf(ensemble: TreeEnsemble): string | undefined {
  const { featureCount, roots, feature, threshold, left, right, defaultLeft, leafValue, cover } = ensemble;
  const nodeCount = feature.length;
  const lengths = [threshold, left, right, defaultLeft, leafValue, cover].map(({ length }) => length);
  if (lengths.some((length) => length !== nodeCount))
    return `arrays of ${nodeCount}, ${lengths.join(', ')} nodes`;
  if ([ensemble.baseMargin, ...leafValue, ...threshold, ...cover].some((value) => !Number.isFinite(value))) {
    return 'a number beyond the range of 32-bit floats';
  }
  if (roots[0] !== (nodeCount === 0 ? undefined : 0)) return `a first root of ${roots[0]}`;
  for (let tree = 0; tree < roots.length; tree++) {
    const start = roots[tree]!;
    const end = roots[tree + 1] ?? nodeCount;
    if (start >= end) return `tree ${tree} from node ${start} to ${end}`;
    for (let node = start; node < end; node++) {
      if (feature[node] === -1) continue;
      if (feature[node]! >= featureCount) return `column ${feature[node]} of ${featureCount} at node ${node}`;
      for (const child of [left[node]!, right[node]!]) {
        if (child <= node || child >= end)
          return `child ${child} at node ${node} of nodes ${start} to ${end - 1}`;
      }
    }
  }
  return undefined;
}

function short(value: number): number {
  return Number(value.toPrecision(9));
}
