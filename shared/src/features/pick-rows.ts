type Column = Float64Array | Float32Array | Int32Array | Uint8Array;

/** The values of the given rows, in the order given. A plain loop: `from` with a function takes twenty times as long. */
export function pickRows<Values extends Column>(values: Values, rows: Int32Array): Values {
  const picked = new (values.constructor as new (length: number) => Values)(rows.length);
  for (let index = 0; index < picked.length; index++) picked[index] = values[rows[index]!]!;
  return picked;
}
