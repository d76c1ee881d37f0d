import { Problem, type ProblemDocument } from '../../src/http/problem.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { asksForKey } from '../../src/page/browser/asks-for-key.js';
import { english } from '../../src/page/browser/english.js';
import { fieldOfPointer } from '../../src/page/browser/field-of-pointer.js';
import { portuguese } from '../../src/page/browser/portuguese.js';
import { problemWords } from '../../src/page/browser/problem-words.js';
import { predictRequestParser } from '../../src/prediction/parse-predict-request.ts';

function refusalOf(body: object): ProblemDocument {
  try {
    predictRequestParser(2)(body);
  } catch (error) {
    if (error instanceof Problem) return error.toDocument();
  }
  throw new Error('expected the request to be refused');
}

/** Every field of the form wrong at once, as the API sees it. */
const wrongFields = refusalOf({
  customer: {
    customerId: 'x'.repeat(201),
    age: 'forty',
    gender: 'x'.repeat(201),
    signupDate: '',
    region: 'x'.repeat(201),
  },
  transactions: [example.transactions[0], { date: '', amount: '1,234', service: 'x'.repeat(201) }],
  asOf: '',
});

test.each([
  ['#/customer/age', { field: 'age' }],
  ['#/asOf', { field: 'asOf' }],
  ['#/transactions', { field: 'transactions' }],
  ['#/transactions/12/amount', { field: 'amount', transaction: 12 }],
  ['#/transactions/3', { field: 'date', transaction: 3 }],
  ['#', undefined],
  ['#/customer', undefined],
  ['#/features/age', undefined],
  ['#/customer/age/deeper', undefined],
])('the pointer %s is the field %p', (pointer, field) => {
  expect(fieldOfPointer(pointer)).toEqual(field);
});

test('the form has a field for every error of its request', () => {
  expect(wrongFields.errors!.map(({ pointer }) => fieldOfPointer(pointer))).toEqual([
    { field: 'customerId' },
    { field: 'age' },
    { field: 'gender' },
    { field: 'signupDate' },
    { field: 'region' },
    { field: 'date', transaction: 1 },
    { field: 'amount', transaction: 1 },
    { field: 'service', transaction: 1 },
    { field: 'asOf' },
  ]);
  const tooMany = refusalOf({ ...example, transactions: Array(3).fill(example.transactions[0]) }).errors!;
  expect(tooMany.map(({ pointer }) => fieldOfPointer(pointer))).toEqual([{ field: 'transactions' }]);
});

test.each([english, portuguese])(
  'the words of each field name the limits that the API has ($tag)',
  ({ expected }) => {
    const digits = (text: string) => text.replaceAll(/(?<=\d)[.,](?=\d{3})/g, '').match(/\d+/g) ?? [];
    for (const { pointer, expected: asTheApiSays } of wrongFields.errors!) {
      const { field } = fieldOfPointer(pointer)!;
      const words = expected[field];
      expect(words).toBeDefined();
      // "1 to 200 characters": an empty id is none, which the form allows.
      const limits = digits(asTheApiSays).filter((limit) => !(field === 'customerId' && limit === '1'));
      expect(digits(words!)).toEqual(limits);
    }
  },
);

const known = { hasKey: false, lookbackDays: 180 };
const documentOf = (kind: ConstructorParameters<typeof Problem>[0]) => new Problem(kind, 'why').toDocument();

test.each<[string, Parameters<typeof problemWords>[0], typeof known, string]>([
  ['wrong fields', { status: 400, document: wrongFields }, known, '9 fields cannot be used. See the form.'],
  [
    'a customer who is gone',
    { status: 422, document: documentOf('not-eligible') },
    known,
    'This customer is not scored: the model knows customers with a transaction in the 180 days before the as-of date. Who has none there is already gone.',
  ],
  ['no model', { status: 503, document: documentOf('no-champion') }, known, english.problem.noChampion],
  ['a process that ends', { status: 503, document: documentOf('draining') }, known, english.problem.draining],
  ['a gateway', { status: 503 }, known, english.problem.unavailable],
  ['no key', { status: 401 }, known, english.problem.keyNeeded],
  ['a wrong key', { status: 401 }, { ...known, hasKey: true }, english.problem.keyRefused],
  ['a key for something else', { status: 403 }, known, english.problem.keyScope],
  [
    'too many questions',
    { status: 429, retryAfterSeconds: 1 },
    known,
    'Too many questions. Ask again in 1 second.',
  ],
  ['too many questions for a while', { status: 429 }, known, 'Too many questions. Ask again in a while.'],
  [
    'too long a question',
    { status: 413, document: documentOf('body-too-large') },
    known,
    english.problem.tooLarge,
  ],
  ['nothing', { status: 0 }, known, english.problem.unreachable],
])('an answer because of %s is told in plain words', (_what, problem, knows, text) => {
  expect(problemWords(problem, english, knows)).toEqual({ text });
});

test.each([
  [401, true],
  [403, true],
  [429, false],
  [503, false],
  [0, false],
])(
  'whether an answer %i asks for another key, and the page for no model until it comes: %s',
  (status, asks) => {
    expect(asksForKey({ status })).toBe(asks);
  },
);

test.each([english, portuguese])(
  'what has no words of ours is told as the API does, marked as English ($tag)',
  (words) => {
    const problem = { status: 500, document: documentOf('internal-error') };
    expect(problemWords(problem, words, known)).toEqual({ text: words.problem.other, english: 'why' });
    expect(problemWords({ status: 418 }, words, known)).toEqual({
      text: words.problem.other,
      english: 'HTTP 418',
    });
  },
);
