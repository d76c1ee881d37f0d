import { amountOfText } from './amount-of-text.js';
import { byId } from './element.js';
import { fieldOfPointer } from './field-of-pointer.js';
import { pastedLines } from './pasted-lines.js';
import { TransactionRows } from './transaction-rows.js';

/** @import { FieldError } from '../../http/problem.ts' */
/** @import { Words } from './english.js' */
/** @import { TransactionField, TransactionRow } from './transaction-rows.js' */

/**
 * A customer as POST /v1/predict takes them. Fields may hold what people have typed instead of a number.
 * @typedef {{
 *   customer: { customerId: string, age: number | string | null, gender: string | null, signupDate: string | null, region: string | null },
 *   transactions: readonly { date: string, amount: number | string, service: string | null }[],
 *   asOf: string,
 * }} Question
 */

const blank = { date: '', amount: '', service: '' };
const customerFields = ['customerId', 'age', 'gender', 'region', 'signupDate'];

/** The form for one customer: filled by people or with an example, read as a request, marked where that is refused. */
export class QuestionForm {
  /** @type {readonly TransactionRow[]} */
  #asked = [];
  #words;
  #rows;
  #form = byId('question', HTMLFormElement);
  #general = byId('general-error', HTMLElement);

  /** @param {Words} words */
  constructor(words) {
    this.#words = words;
    this.#rows = new TransactionRows(byId('transaction-rows', HTMLElement), words);
    this.#rows.add([blank]);
    field('asOf').value = today();
    click('add-transaction', () => {
      this.#rows.add([blank]);
      this.#rows.focusLast();
    });
    click('clear-transactions', () => {
      this.#rows.removeAll();
      this.#rows.add([blank]);
      this.#rows.focusLast();
      this.#form.dispatchEvent(new Event('input'));
    });
    click('add-pasted', () => this.#addPasted());
  }

  /** @param {() => void} asked */
  onAsk(asked) {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      asked();
    });
  }

  /** @param {() => void} changed */
  onChange(changed) {
    this.#form.addEventListener('input', changed);
  }

  /** @param {Question} question */
  fill({ customer, transactions, asOf }) {
    this.clearErrors();
    for (const name of customerFields) {
      field(name).value = String(/** @type {Record<string, unknown>} */ (customer)[name] ?? '');
    }
    field('asOf').value = asOf;
    this.#rows.removeAll();
    this.#rows.add(
      transactions.map(({ date, amount, service }) => ({
        date,
        amount: this.#words.formats.typedAmount(Number(amount)),
        service: service ?? '',
      })),
    );
    this.#form.dispatchEvent(new Event('input'));
  }

  /** What the form asks. Where a text is no number or no day it is sent as it is: the API judges. @returns {Question} */
  read() {
    this.#asked = this.#rows.filled;
    return {
      customer: {
        customerId: field('customerId').value.trim() || 'not-given',
        age: /^\d+$/.test(field('age').value.trim()) ? Number(field('age').value) : textOf('age'),
        gender: textOf('gender'),
        signupDate: dayOf(field('signupDate')),
        region: textOf('region'),
      },
      transactions: this.#asked.map(({ inputs: { date, amount, service } }) => ({
        date: date.value,
        amount: amountOfText(amount.value) ?? amount.value,
        service: service.value.trim() || null,
      })),
      asOf: field('asOf').value,
    };
  }

  clearErrors() {
    for (const error of this.#form.querySelectorAll('.error')) error.textContent = '';
    for (const input of this.#form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    this.#general.textContent = '';
  }

  /** Marks every wrong field, says at the button how many there are, and goes to the first. @param {readonly FieldError[]} errors */
  showErrors(errors) {
    const elsewhere = errors.filter((error) => !this.#mark(error));
    this.#general.textContent = [
      this.#words.problem.invalid(errors.length),
      ...elsewhere.map(({ expected }) => expected),
    ].join(' ');
    const first = this.#form.querySelector('[aria-invalid="true"]');
    if (first instanceof HTMLElement) first.focus();
  }

  /** False where the form has no such field. @param {FieldError} error */
  #mark({ pointer, expected }) {
    const place = fieldOfPointer(pointer);
    if (place === undefined) return false;
    if (place.field === 'transactions') {
      byId('transactions-error', HTMLElement).textContent = this.#words.tooManyTransactions(
        /\d+/.exec(expected)?.[0] ?? '',
      );
      return true;
    }
    const row = place.transaction === undefined ? undefined : this.#asked[place.transaction];
    const input =
      place.transaction === undefined
        ? document.getElementById(place.field)
        : row?.inputs[/** @type {TransactionField} */ (place.field)];
    const error = row?.error ?? document.getElementById(`${place.field}-error`);
    if (input == null || error === null) return false;
    input.setAttribute('aria-invalid', 'true');
    error.append(`${error.textContent === '' ? '' : ' '}${this.#words.expected[place.field] ?? expected}`);
    return true;
  }

  /** Lines that are no transactions stay where they are, to be mended. */
  #addPasted() {
    const pasted = byId('pasted', HTMLTextAreaElement);
    const { transactions, refused } = pastedLines(pasted.value);
    if (transactions.length > 0) {
      this.#rows.removeBlank();
      this.#rows.add(transactions);
      this.#form.dispatchEvent(new Event('input'));
    }
    pasted.value = refused.map(({ text }) => text).join('\n');
    byId('pasted-status', HTMLElement).textContent = this.#words.pasted(transactions.length, refused);
  }
}

/** @param {string} id */
function field(id) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (byId(id, HTMLElement));
}

/** @param {string} id */
function textOf(id) {
  return field(id).value.trim() || null;
}

/** A day of which a part is typed is not nothing. @param {HTMLInputElement | HTMLSelectElement} input */
function dayOf(input) {
  return input.value === '' && !input.validity.badInput ? null : input.value;
}

/** @type {(id: string, done: () => void) => void} */
function click(id, done) {
  byId(id, HTMLElement).addEventListener('click', done);
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
