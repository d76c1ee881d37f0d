export type Point = [x: number, y: number];

interface Chord {
  readonly start: number;
  readonly end: number;
  /** The point between them that lies farthest off, and how far. */
  readonly farthest: number;
  readonly deviation: number;
}

const mostPoints = 200;

/**
 * At most 200 of the points, both ends among them, that keep the shape: starting from one straight line, the point that
 * lies farthest off its line comes in next (Ramer 1972; Douglas, Peucker 1973). Both axes count as equally long. O(n) a
 * point at worst, O(n log 200) on the usual curve.
 */
export function thinCurve(points: readonly Point[], most = mostPoints): Point[] {
  if (points.length <= most) return [...points];
  const scaled = scaleToUnit(points);
  const chords = [chordOf(scaled, 0, points.length - 1)];
  while (chords.length < most - 1) {
    const index = indexOfFarthest(chords);
    const { start, end, farthest, deviation } = chords[index]!;
    if (deviation === 0) break;
    chords.splice(index, 1, chordOf(scaled, start, farthest), chordOf(scaled, farthest, end));
  }
  return [points[0]!, ...chords.map(({ end }) => points[end]!)];
}

function indexOfFarthest(chords: readonly Chord[]): number {
  let best = 0;
  for (const [index, { deviation }] of chords.entries()) {
    if (deviation > chords[best]!.deviation) best = index;
  }
  return best;
}

function chordOf(points: readonly Point[], start: number, end: number): Chord {
  const [x0, y0] = points[start]!;
  const [dx, dy] = [points[end]![0] - x0, points[end]![1] - y0];
  const length = Math.hypot(dx, dy);
  let [farthest, deviation] = [start, 0];
  for (let index = start + 1; index < end; index++) {
    const [x, y] = points[index]!;
    const distance =
      length === 0 ? Math.hypot(x - x0, y - y0) : Math.abs((x - x0) * dy - (y - y0) * dx) / length;
    if (distance > deviation) [farthest, deviation] = [index, distance];
  }
  return { start, end, farthest, deviation };
}

function scaleToUnit(points: readonly Point[]): Point[] {
  const low: Point = [Infinity, Infinity];
  const high: Point = [-Infinity, -Infinity];
  for (const [x, y] of points) {
    low[0] = Math.min(low[0], x);
    low[1] = Math.min(low[1], y);
    high[0] = Math.max(high[0], x);
    high[1] = Math.max(high[1], y);
  }
  const [width, height] = [high[0] - low[0] || 1, high[1] - low[1] || 1];
  return points.map(([x, y]) => [(x - low[0]) / width, (y - low[1]) / height]);
}
