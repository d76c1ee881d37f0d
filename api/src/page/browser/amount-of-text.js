const amount = /^([+−-]?)(\d{1,15})(?:[.,](\d{1,2}))?$/;

/**
 * An amount as people write it, with a point or a comma before at most two decimals; undefined for anything else.
 * Marks between thousands are not taken: `1,234` would be 1.23 to some readers and 1234 to others.
 * @param {string} text
 */
export function amountOfText(text) {
  const parts = amount.exec(text.trim());
  if (parts === null) return undefined;
  const [, sign, whole, decimals = '0'] = parts;
  return Number(`${sign === '' || sign === '+' ? '' : '-'}${whole}.${decimals}`);
}
