import { presentValues } from '../features/present-values.ts';

/** Rank of each value from 0 (the lowest) to 1 (the highest), equal values in the middle of their ranks; NaN stays NaN. */
export function rankValues(values: Float64Array): Float64Array {
  const known = presentValues(values).sort();
  const last = Math.max(known.length - 1, 1);
  const places = new Map<number, { first: number; last: number }>();
  for (const [place, value] of known.entries()) {
    places.set(value, { first: places.get(value)?.first ?? place, last: place });
  }
  return values.map((value) => {
    const place = places.get(value);
    return place === undefined ? Number.NaN : (place.first + place.last) / 2 / last;
  });
}
