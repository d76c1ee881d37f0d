const name = 'churn-api-key';

/** The caller's key: kept in the tab, and only in memory where the browser gives the page no storage. */
export class KeptKey {
  /** @type {string | undefined} */
  #key;

  constructor() {
    this.#key = withStorage((storage) => storage.getItem(name)) ?? undefined;
  }

  get value() {
    return this.#key;
  }

  /** @param {string} key */
  keep(key) {
    this.#key = key;
    withStorage((storage) => storage.setItem(name, key));
  }

  forget() {
    this.#key = undefined;
    withStorage((storage) => storage.removeItem(name));
  }
}

/**
 * @template T
 * @param {(storage: Storage) => T} use
 */
function withStorage(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
