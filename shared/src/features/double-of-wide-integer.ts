/**
 * A non-negative integer of up to 127 bits as DuckDB casts HUGEINT to DOUBLE: the upper and the lower 64 bits are rounded
 * apart, then added. Rounding the whole number once, as `Number` does, differs in the last bit for one in some thousand.
 */
export function doubleOfWideInteger(value: bigint): number {
  return Number(value & 0xffff_ffff_ffff_ffffn) + Number(value >> 64n) * 2 ** 64;
}
