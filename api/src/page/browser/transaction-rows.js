import { element } from './element.js';

/** @import { TypedTransaction } from './pasted-lines.js' */
/** @import { Words } from './english.js' */

/** @typedef {'date' | 'amount' | 'service'} TransactionField */
/** @typedef {{ item: HTMLElement, inputs: Readonly<Record<TransactionField, HTMLInputElement>>, error: HTMLElement, remove: HTMLButtonElement }} TransactionRow */

/** @type {readonly TransactionField[]} */
const fields = ['date', 'amount', 'service'];
/** @type {Readonly<Record<TransactionField, Readonly<Record<string, string>>>>} */
const attributes = {
  date: { type: 'date' },
  amount: { inputmode: 'decimal' },
  service: { list: 'services' },
};

/** The rows of the form that hold a transaction each. */
export class TransactionRows {
  /** @type {TransactionRow[]} */
  #rows = [];
  #made = 0;
  #list;
  #words;

  /**
   * @param {HTMLElement} list
   * @param {Words} words
   */
  constructor(list, words) {
    this.#list = list;
    this.#words = words;
  }

  /** Rows in which something is typed, from the first to the last. */
  get filled() {
    return this.#rows.filter(({ inputs }) =>
      fields.some((field) => inputs[field].value.trim() !== '' || inputs[field].validity.badInput),
    );
  }

  /** @param {readonly TypedTransaction[]} transactions */
  add(transactions) {
    const rows = transactions.map((transaction) => this.#row(transaction));
    this.#rows.push(...rows);
    this.#list.append(...rows.map(({ item }) => item));
    this.#number();
  }

  /** Takes away the rows in which nothing is typed. */
  removeBlank() {
    this.#keep(this.filled);
  }

  removeAll() {
    this.#keep([]);
  }

  focusLast() {
    this.#rows.at(-1)?.inputs.date.focus();
  }

  /** @param {readonly TransactionRow[]} kept */
  #keep(kept) {
    this.#rows = [...kept];
    this.#list.replaceChildren(...kept.map(({ item }) => item));
    this.#number();
  }

  /**
   * @param {TypedTransaction} transaction
   * @returns {TransactionRow}
   */
  #row(transaction) {
    this.#made += 1;
    const errorId = `transaction-${this.#made}-error`;
    /** @param {TransactionField} field */
    const input = (field) => {
      const made = element('input', { ...attributes[field], 'aria-describedby': errorId });
      made.value = transaction[field];
      return made;
    };
    const inputs = { date: input('date'), amount: input('amount'), service: input('service') };
    const error = element('p', { class: 'error', id: errorId });
    const remove = element('button', { type: 'button', class: 'quiet' }, '✕');
    const item = element(
      'li',
      { class: 'transaction' },
      ...fields.map((field) => inputs[field]),
      remove,
      error,
    );
    /** @type {TransactionRow} */
    const row = { item, inputs, error, remove };
    remove.addEventListener('click', () => this.#remove(row));
    return row;
  }

  /** The focus goes to the row that takes the place. @param {TransactionRow} row */
  #remove(row) {
    const place = this.#rows.indexOf(row);
    this.#rows.splice(place, 1);
    row.item.remove();
    if (this.#rows.length === 0) this.add([{ date: '', amount: '', service: '' }]);
    this.#number();
    const next = this.#rows[Math.min(place, this.#rows.length - 1)];
    next?.remove.focus();
    this.#list.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #number() {
    const { inputOf, ofTransaction, removeTransaction } = this.#words;
    for (const [index, { inputs, remove }] of this.#rows.entries()) {
      for (const field of fields) {
        const name = ofTransaction(inputOf[field], index + 1);
        inputs[field].setAttribute('aria-label', name);
        inputs[field].placeholder = field === 'date' ? '' : inputOf[field];
      }
      remove.setAttribute('aria-label', removeTransaction(index + 1));
    }
  }
}
