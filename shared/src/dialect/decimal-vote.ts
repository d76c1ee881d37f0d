import type { DecimalMark } from './dialect.ts';

/**
 * The decimal mark an amount speaks for, undefined where it has none. Where both marks stand in a number the last one is
 * the decimal mark; a comma alone before three digits (1,234) may as well group thousands and tells nothing.
 */
export function decimalVote(text: string): DecimalMark | undefined {
  if (!/^[+-]?[\d.,]+$/.test(text)) return undefined;
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma === -1 && point === -1) return undefined;
  if (comma !== -1 && point !== -1) return comma > point ? 'comma' : 'point';
  if (comma !== -1) return /^[+-]?\d{1,3}(,\d{3})+$/.test(text) ? undefined : 'comma';
  return /^[+-]?\d{1,3}(\.\d{3})+$/.test(text) ? undefined : 'point';
}
