import { pickRows } from '../features/pick-rows.ts';
import { logit } from '../metrics/log-odds.ts';
import { sha256 } from '../platform/sha256.ts';
import { blendProbabilities, blendWeights } from './blend-weights.ts';

export interface BlendedFamilies {
  /** One for each member, in their order, none negative, 1 in all. */
  readonly weights: readonly number[];
  /** Of each row, by weights that were learned without the row's customer. */
  readonly heldOut: Float64Array;
}

const foldCount = 5;

/**
 * Learns how much each of several models counts, from what they predicted for the same rows out of fold. `members` has the
 * calibrated probabilities of each model; `customerIds` and `labels` are of their rows. The customers are dealt into five
 * folds by a hash, other digits than those of the validation folds; a fold is judged by the weights of the others, so that
 * the score of the blend is as honest as that of its members.
 */
export function blendFamilies(
  members: readonly Float64Array[],
  labels: Uint8Array,
  customerIds: readonly string[],
): BlendedFamilies {
  const logOdds = members.map((probabilities) => probabilities.map(logit));
  const folds = Uint8Array.from(customerIds, foldOf);
  const heldOut = new Float64Array(labels.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const rows = Int32Array.from(labels.keys());
    const judged = rows.filter((row) => folds[row] === fold);
    const learned = rows.filter((row) => folds[row] !== fold);
    const of = (which: Int32Array) => logOdds.map((column) => pickRows(column, which));
    if (judged.length === 0) continue;
    const weights = blendWeights(of(learned), pickRows(labels, learned));
    for (const [index, probability] of blendProbabilities(of(judged), weights).entries()) {
      heldOut[judged[index]!] = probability;
    }
  }
  return { weights: blendWeights(logOdds, labels), heldOut };
}

function foldOf(customerId: string): number {
  return Number.parseInt(sha256(customerId).slice(14, 20), 16) % foldCount;
}
