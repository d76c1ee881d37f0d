/** Columns of numbers in [0, 10) with gaps, and a 0/1 label that depends on the first two. No seed library needed. */
export function syntheticRows(rowCount: number, columnCount: number) {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const columns = Array.from({ length: columnCount }, () =>
    Float32Array.from({ length: rowCount }, () => (uniform() < 0.1 ? Number.NaN : 10 * uniform())),
  );
  const labels = Float32Array.from({ length: rowCount }, (_, row) =>
    columns[0]![row]! > 5 !== columns[1]![row]! > 7 ? 1 : 0,
  );
  return { columns, labels };
}
