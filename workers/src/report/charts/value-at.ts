import type { Point } from './chart.ts';

/** Height of a curve at x, straight between its points; where it rises vertically, the upper end. */
export function valueAt(curve: readonly Point[], x: number): number {
  const after = curve.findIndex(([at]) => at > x);
  if (after === -1) return curve.at(-1)?.[1] ?? Number.NaN;
  const [x1, y1] = curve[after]!;
  const [x0, y0] = curve[after - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Height of a curve of steps at x, where from one point to the next the later one's height holds. */
export function stepAt(curve: readonly Point[], x: number): number {
  return (curve.find(([at]) => at >= x) ?? curve.at(-1))?.[1] ?? Number.NaN;
}
