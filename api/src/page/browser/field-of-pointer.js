const places = /^#\/(?:customer\/(\w+)|(asOf|transactions)|transactions\/(\d+)(?:\/(\w+))?)$/;

/**
 * The field of the form that an error of a problem document is about: its name and, of a transaction, the place in the
 * request; undefined where the form has none.
 * @param {string} pointer
 * @returns {{ field: string, transaction?: number } | undefined}
 */
export function fieldOfPointer(pointer) {
  const found = places.exec(pointer);
  if (found === null) return undefined;
  const [, ofCustomer, ofRequest, transaction, ofTransaction = 'date'] = found;
  if (transaction !== undefined) return { field: ofTransaction, transaction: Number(transaction) };
  return { field: /** @type {string} */ (ofCustomer ?? ofRequest) };
}
