import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { badInput, type ChurnError } from '../platform/churn-error.ts';
import { sha256 } from '../platform/sha256.ts';
import { type ModelFileName, manifestFileName, parseManifest, type RegisteredFileName } from './manifest.ts';

/** By file name. */
export type VerifiedFiles = Readonly<
  Record<ModelFileName, string> & Partial<Record<RegisteredFileName, string>>
>;

/** Texts of a model's files, each of the size and the SHA-256 that the manifest says; anything else is refused (exit 2). */
export async function readVerifiedFiles(folder: string, modelSha256: string): Promise<VerifiedFiles> {
  const manifestPath = join(folder, manifestFileName);
  const manifest = parseManifest((await readBytes(folder, manifestFileName)).toString('utf8'), manifestPath);
  const recorded = new Map(manifest.files.map((file) => [file.name, file]));
  if (manifest.modelSha256 !== modelSha256 || recorded.get('model.json')?.sha256 !== modelSha256) {
    throw damaged(`${manifestPath} to be of model ${modelSha256}, it is of ${manifest.modelSha256}`);
  }
  const texts = await Promise.all(
    manifest.files.map(async (expected) => {
      const { name } = expected;
      const bytes = await readBytes(folder, name);
      const actual = sha256(bytes);
      if (actual !== expected.sha256 || bytes.length !== expected.bytes) {
        throw damaged(
          `${join(folder, name)} to have ${expected.bytes} bytes of SHA-256 ${expected.sha256}, as ${manifestFileName} says; ` +
            `it has ${bytes.length} of ${actual}`,
        );
      }
      return [name, bytes.toString('utf8')] as const;
    }),
  );
  return Object.fromEntries(texts) as VerifiedFiles;
}

async function readBytes(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    // The folder is a file, or a link leads to itself.
    if (error.code === 'ENOTDIR' || error.code === 'ELOOP') throw noFile(path);
    throw error;
  });
  if (found?.isFile()) return readFile(path);
  if (found !== undefined) throw noFile(path);
  const exists = await stat(folder).catch(() => undefined);
  if (exists === undefined) {
    throw badInput('model-not-registered', `expected a registered model at ${folder}, found none`);
  }
  throw damaged(`${path}, found no such file`);
}

function noFile(path: string): ChurnError {
  return damaged(`${path} to be a file, it is none`);
}

function damaged(expectedAndActual: string): ChurnError {
  return badInput('model-damaged', `expected ${expectedAndActual}`);
}
