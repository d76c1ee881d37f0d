/** The middle value, or the mean of the two middle ones; 0 for no values. NaN must not be among them. */
export function median(values: Float64Array): number {
  const { length } = values;
  if (length === 0) return 0;
  const rest = values.slice();
  const upper = selected(rest, length >> 1);
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < length >> 1; place++) if (rest[place]! > lower) lower = rest[place]!;
  return (lower + upper) / 2;
}

/** The value that would stand at `wanted` in ascending order (Hoare's Find); what stands before it is no greater afterwards. */
function selected(values: Float64Array, wanted: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let [up, down] = [from, to];
    while (up <= down) {
      while (values[up]! < pivot) up++;
      while (values[down]! > pivot) down--;
      if (up > down) break;
      const value = values[up]!;
      values[up++] = values[down]!;
      values[down--] = value;
    }
    if (wanted <= down) to = down;
    else if (wanted >= up) from = up;
    else break;
  }
  return values[wanted]!;
}
