import type { JsonValue } from '@churn/shared/schema/json-value';

/** A value of a result on one line, as a person reads it: 4 digits of a fraction, the first 12 of a hash, nothing of what is null. */
export function valueText(value: JsonValue): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : value;
  if (isList(value)) return value.length === 0 ? 'none' : value.map(nestedText).join(', ');
  const told = Object.entries(value).filter(([, one]) => one !== null);
  return told.length === 0 ? 'none' : told.map(([name, one]) => `${name} ${nestedText(one)}`).join(', ');
}

/** `Array.isArray` does not tell a read-only list from an object. */
export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function nestedText(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? `(${valueText(value)})` : valueText(value);
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 0.001 ? value.toPrecision(3) : value.toFixed(4);
}
