import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@churn/shared/platform/sha256';
import type { KeyEntry } from '../../src/keys/key-entry.ts';
import { newKey } from '../../src/keys/new-key.ts';
import type { Scope } from '../../src/keys/scope.ts';

export interface TestKey {
  readonly key: string;
  readonly entry: KeyEntry;
}

export function testKey(id: string, scopes: Scope[], fields: Partial<KeyEntry> = {}): TestKey {
  const key = newKey();
  return { key, entry: { id, sha256: sha256(key), scopes, ...fields } };
}

/** Writes the file of keys, for its owner only, and returns its path. */
export async function writeKeys(directory: string, ...keys: readonly TestKey[]): Promise<string> {
  return writeKeysText(directory, JSON.stringify(keys.map(({ entry }) => entry)));
}

export async function writeKeysText(directory: string, text: string): Promise<string> {
  const path = join(directory, 'keys.json');
  await writeFile(path, text);
  await chmod(path, 0o600);
  return path;
}
