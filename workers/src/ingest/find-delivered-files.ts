import { glob, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { badInput, type ChurnError } from '@churn/shared/platform/churn-error';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

export interface DeliveredPath {
  readonly path: string;
  /** How the file is called in results: its name, or its path below the folder or glob where that is another. */
  readonly name: string;
}

export interface FoundFiles {
  readonly files: readonly DeliveredPath[];
  /** What is wrong with the path; one sentence each. */
  readonly problems: readonly string[];
}

/** The files that a path of the user means: a file, all files of a folder, or what a glob matches; in the order of their names. */
export async function findDeliveredFiles(table: DeliveredTable, wanted: string): Promise<FoundFiles> {
  const found = await stat(wanted).catch(({ code }: NodeJS.ErrnoException) => code);
  if (typeof found !== 'object') {
    if (/[*?[{]/.test(wanted)) return checked(table, wanted, await matches(wanted));
    const isAbsent = found === 'ENOENT' || found === 'ENOTDIR';
    return problem(
      `${table}: expected a file at ${wanted}, ${isAbsent ? 'found no such file' : `got ${found}`}`,
    );
  }
  if (found.isFile()) return checked(table, wanted, [wanted]);
  if (!found.isDirectory()) return problem(`${table}: expected a file at ${wanted}, found something else`);
  const entries = await readdir(wanted, { withFileTypes: true });
  return checked(
    table,
    wanted,
    entries.filter((entry) => entry.isFile()).map(({ name }) => join(wanted, name)),
  );
}

async function matches(pattern: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern)) if ((await stat(path)).isFile()) paths.push(path);
  return paths;
}

/** Without what is no delivery: hidden files, and marks like `_SUCCESS` that systems leave beside their files. */
async function checked(table: DeliveredTable, wanted: string, paths: readonly string[]): Promise<FoundFiles> {
  const delivered = paths.filter((path) => path === wanted || !/^[._]/.test(basename(path))).sort();
  if (delivered.length === 0) return problem(`${table}: expected files at ${wanted}, found none`);
  const sizes = await Promise.all(delivered.map(async (path) => (await stat(path)).size));
  const problems = delivered
    .filter((_, index) => sizes[index] === 0)
    .map((path) => `${table}: expected a header and rows in ${path}, the file is empty (0 bytes)`);
  const root = commonFolder(delivered);
  const files = delivered.map((path) => ({ path, name: relative(root, path).split(sep).join('/') }));
  return { files, problems };
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0]!);
  while (!paths.every((path) => path.startsWith(folder + sep) || dirname(path) === folder))
    folder = dirname(folder);
  return folder;
}

function problem(sentence: string): FoundFiles {
  return { files: [], problems: [sentence] };
}

/** All problems of a delivery at once (exit 2). */
export function refusal(problems: readonly string[]): ChurnError {
  const [first] = problems;
  const message =
    problems.length === 1
      ? first!
      : `expected two readable exports, found ${problems.length} problems: ${problems.join('; ')}`;
  return badInput('bad-delivery', message, problems);
}
