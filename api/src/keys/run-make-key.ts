import type { Writable } from 'node:stream';
import { type ExitCode, exitCodes } from '@churn/shared/platform/churn-error';
import { sha256 } from '@churn/shared/platform/sha256';
import { Command, CommanderError } from 'commander';
import { fieldErrors } from '../validation/field-errors.ts';
import { keyEntrySchema } from './key-entry.ts';
import { newKey } from './new-key.ts';
import { scopes } from './scope.ts';

interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

interface KeyOptions {
  readonly id: string;
  readonly scopes: string;
  readonly expires?: string;
}

/** Makes a key and prints it, this once, with the entry for the file of keys; returns the exit code. */
export function runMakeKey(argv: readonly string[], { stdout, stderr }: Streams): ExitCode {
  const program = new Command('api:key')
    .description(
      'Makes a key for callers of the API. It is printed once; the file of keys gets its SHA-256 only.',
    )
    .requiredOption('--id <name>', 'whom the key stands for, in logs')
    .requiredOption('--scopes <list>', `what it allows, with commas between: ${scopes.join(', ')}`)
    .option('--expires <day>', 'the day (UTC) from which on it is refused, such as 2027-01-01')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  }
  const options = program.opts<KeyOptions>();
  const key = newKey();
  const entry = { ...options, sha256: sha256(key), scopes: options.scopes.split(',') };
  const checked = keyEntrySchema.safeParse(entry);
  if (!checked.success) {
    for (const { pointer, expected, received } of fieldErrors(checked.error.issues, entry)) {
      const [, name] = pointer.split('/');
      stderr.write(
        `error: --${name}: expected ${expected}, got ${received === 'text' ? 'another text' : received}\n`,
      );
    }
    return exitCodes.badInput;
  }
  stdout.write(
    [
      `The key of ${options.id}, shown this once; its caller sends "authorization: Bearer <key>":`,
      `\n  ${key}\n`,
      'The entry for the list in the file that API_KEYS_FILE names:',
      `\n  ${JSON.stringify(checked.data)}\n`,
    ].join('\n'),
  );
  return exitCodes.done;
}
