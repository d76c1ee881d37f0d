import { KeyRing } from '../../src/keys/key-ring.ts';
import { parseKeys } from '../../src/keys/parse-keys.ts';
import { testKey } from '../support/write-keys.ts';

const { key, entry } = testKey('app', ['predict', 'read']);
const secret = 'sEcReT';

function refusalOf(text: string): string {
  try {
    parseKeys(text, 'keys.json');
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('expected the keys to be refused');
}

test.each<[string, unknown, string]>([
  ['no list', { keys: [entry] }, 'keys.json#: expected a list of keys, got an object'],
  [
    'the key in place of its digest',
    [{ ...entry, sha256: secret }],
    'keys.json#/0/sha256: expected 64 hexadecimal digits',
  ],
  [
    'a field nobody knows',
    [{ ...entry, [secret]: 1 }],
    'keys.json#/0: expected only the fields id, sha256, scopes, expires, got 1 other field',
  ],
  [
    'a scope nobody knows',
    [{ ...entry, scopes: ['read', secret] }],
    'keys.json#/0/scopes/1: expected one of predict, read, metrics, got text',
  ],
  [
    'no scope',
    [{ ...entry, scopes: [] }],
    'keys.json#/0/scopes: expected at least one scope, got a list of 0',
  ],
  [
    'no day',
    [{ ...entry, expires: '2027-02-30' }],
    'keys.json#/0/expires: expected a calendar day like 2027-01-01',
  ],
  [
    'an id with blanks',
    [{ ...entry, id: `${secret} x` }],
    'keys.json#/0/id: expected a name of 1 to 64 letters',
  ],
  [
    'an id twice',
    [entry, testKey('app', ['read']).entry],
    'keys.json#/1/id: expected a name that no entry before has',
  ],
  [
    'a key twice',
    [entry, { ...entry, id: 'other' }],
    'keys.json#/1/sha256: expected a key that no entry before has',
  ],
])('%s is refused with what was expected and where, and never repeated', (_what, written, message) => {
  const refusal = refusalOf(JSON.stringify(written));
  expect(refusal).toContain(message);
  expect(refusal).not.toContain(secret);
});

test('text that is no JSON is refused with its place, and never repeated', () => {
  const refusal = refusalOf(`[\n  {"id": ${secret}}]`);
  expect(refusal).toContain('keys.json: expected a list of keys in JSON, got text that does not parse (');
  expect(refusal).not.toContain(secret);
});

test('an empty list lets nobody in', () => {
  expect(parseKeys('[]', 'keys.json').holderOf(key)).toBeUndefined();
});

test('a key is found by its digest, whatever its place in the file', () => {
  const others = Array.from({ length: 5 }, (_, index) => testKey(`other-${index}`, ['read']));
  for (const place of [0, 2, 5]) {
    const entries = others.map((other) => other.entry);
    const ring = new KeyRing([...entries.slice(0, place), entry, ...entries.slice(place)]);
    expect(ring.holderOf(key)).toMatchObject({ id: 'app', scopes: new Set(['predict', 'read']) });
    expect(ring.holderOf(entry.sha256)).toBeUndefined();
    expect(ring.holderOf(`${key}x`)).toBeUndefined();
  }
});
