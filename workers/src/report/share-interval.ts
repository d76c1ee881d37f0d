/**
 * Interval of a share seen in `rows` rows, `z` standard errors wide on either side (Wilson 1927); 95 % by default. Unlike
 * share ± z standard errors it stays within 0 to 1 and is right for few rows.
 */
export function shareInterval(share: number, rows: number, z = 1.959964): readonly [number, number] {
  const centre = (share + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows);
  const half = (z / (1 + z ** 2 / rows)) * Math.sqrt((share * (1 - share)) / rows + z ** 2 / (4 * rows ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
