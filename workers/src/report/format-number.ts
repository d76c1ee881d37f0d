/** Numbers as a reader of English expects them; the same on every machine, whatever its locale. */
const space = '\u00a0';
const undefinedText = '–';

/** `0.813`; a dash where there is no value. */
export function decimal(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return undefinedText;
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** `81.3 %` of a share. */
export function percent(share: number | null, digits = 1): string {
  return share === null || !Number.isFinite(share)
    ? undefinedText
    : `${decimal(share * 100, digits)}${space}%`;
}

/** `12,345`. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US').replace('-', '−');
}

/** `12,345.60` currency units. */
export function money(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return undefinedText;
  return value
    .toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .replace('-', '−');
}

/** `1.4 MB`, by thousands. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes}${space}B`;
  if (bytes < 1_000_000) return `${decimal(bytes / 1_000, 0)}${space}kB`;
  return `${decimal(bytes / 1_000_000, 1)}${space}MB`;
}

/** A number of any size in four significant digits, without trailing zeros: settings of models. */
export function setting(value: number | string | boolean): string {
  if (typeof value !== 'number') return String(value);
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(4))).replace('-', '−');
}

/** `1 customer`, `2 customers`. */
export function counted(value: number, one: string, several = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : several}`;
}
