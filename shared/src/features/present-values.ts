/** The values that are there, in their order. A plain loop: `filter` takes many times as long. */
export function presentValues<Values extends Float64Array | Float32Array>(values: Values): Values {
  const present = values.slice();
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value)) present[count++] = value;
  }
  return present.subarray(0, count) as Values;
}
