type Column = Float64Array | Float32Array | Uint8Array;

/** The values of the given rows, in the order given. */
export function pickRows<Values extends Column>(values: Values, rows: Int32Array): Values {
  const picked = values.slice(0, rows.length) as Values;
  for (const [index, row] of rows.entries()) picked[index] = values[row]!;
  return picked;
}
