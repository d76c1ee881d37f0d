import { Writable } from 'node:stream';
import { parseKeys } from '../../src/keys/parse-keys.ts';
import { runMakeKey } from '../../src/keys/run-make-key.ts';

function run(...argv: string[]) {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += chunk;
        done();
      },
    });
  const exitCode = runMakeKey(argv, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { exitCode, ...said };
}

test('it prints a key and the entry that lets it in', () => {
  const { exitCode, stdout } = run('--id', 'app', '--scopes', 'predict,read', '--expires', '2027-01-01');
  expect(exitCode).toBe(0);
  const [key] = /churn_[\w-]{43}/.exec(stdout)!;
  const [entry] = /^ {2}\{.*\}$/m.exec(stdout)!;
  expect(entry).not.toContain(key);
  expect(parseKeys(`[${entry}]`, 'keys.json').holderOf(key)).toEqual({
    id: 'app',
    scopes: new Set(['predict', 'read']),
    expiresAtMs: Date.UTC(2027, 0, 1),
  });
});

test('no two keys are the same', () => {
  const argv = ['--id', 'app', '--scopes', 'read'];
  expect(run(...argv).stdout).not.toBe(run(...argv).stdout);
});

test.each([
  [['--scopes', 'read'], "error: required option '--id <name>' not specified"],
  [['--id', 'app', '--scopes', 'write'], 'error: --scopes: expected one of predict, read, metrics'],
  [['--id', 'a b', '--scopes', 'read'], 'error: --id: expected a name of 1 to 64 letters'],
  [
    ['--id', 'app', '--scopes', 'read', '--expires', 'soon'],
    'error: --expires: expected a calendar day like 2027-01-01',
  ],
])('%j is refused with exit code 2, and no key is made', (argv, message) => {
  const { exitCode, stdout, stderr } = run(...argv);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});
