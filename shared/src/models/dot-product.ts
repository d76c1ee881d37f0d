/** Σ a · b of the indices from `from` up to `to`. Four sums at a time, since one would wait for itself at each addition. */
export function dotProduct(a: Float64Array, b: Float64Array, from = 0, to = a.length): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let index = from;
  for (; index + 3 < to; index += 4) {
    first += a[index]! * b[index]!;
    second += a[index + 1]! * b[index + 1]!;
    third += a[index + 2]! * b[index + 2]!;
    fourth += a[index + 3]! * b[index + 3]!;
  }
  for (; index < to; index++) first += a[index]! * b[index]!;
  return first + second + (third + fourth);
}
