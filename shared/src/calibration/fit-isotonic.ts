import { boundProbability } from '../metrics/log-odds.ts';
import { groupByProbability, type ScoreGroups } from '../metrics/score-groups.ts';
import { type Point, thinCurve } from '../metrics/thin-curve.ts';
import type { Calibration } from './calibration.ts';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';

/** How far the map still rises before the first and after the last block, as a share of the way to 0 and 1. */
const rise = 0.01;

/**
 * Isotonic regression with straight lines between the middles of its steps (Oron, Flournoy 2017): the steps themselves
 * would give customers the same probability whom the model tells apart. The map rises strictly from 0 to 1, so nobody's
 * rank changes. Two rows are made up, a churner at the lowest probability and a stayer at the highest, so that no block
 * is certain of what a handful of rows happened to show. At most 200 points.
 */
export function fitIsotonic(labels: Uint8Array, probabilities: Float64Array): Calibration {
  const blocks = poolAdjacentViolators(withDoubt(groupByProbability(labels, probabilities)));
  const middles = blocks.map(
    ({ centre, churned, rows }): Point => [centre, boundProbability(churned / rows)],
  );
  const [[first, lowest], [last, highest]] = [middles[0]!, middles.at(-1)!];
  const start: Point = [0, boundProbability(lowest * (1 - rise))];
  const end: Point = [1, boundProbability(highest + (1 - highest) * rise)];
  const points = thinCurve([...(first > 0 ? [start] : []), ...middles, ...(last < 1 ? [end] : [])]);
  return { method: 'isotonic', from: points.map(([from]) => from), to: points.map(([, to]) => to) };
}

function withDoubt(groups: ScoreGroups): ScoreGroups {
  const [churned, stayed] = [groups.churned.slice(), groups.stayed.slice()];
  churned[churned.length - 1]! += 1;
  stayed[0]! += 1;
  return { scores: groups.scores, churned, stayed };
}
