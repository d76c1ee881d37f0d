import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSystemProblem } from '../../src/platform/file-system-problem.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-path-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function problemOf(work: Promise<unknown>) {
  return fileSystemProblem(
    await work.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
}

test('a folder below a file is bad input that names the path and the obstacle', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(await problemOf(mkdir(join(file, 'below', 'more'), { recursive: true }))).toMatchObject({
    code: 'bad-path',
    exitCode: 2,
    message: `expected to mkdir ${join(file, 'below', 'more')}, but a part of the path is a file (ENOTDIR)`,
  });
});

test.each([
  ['a directory', (path: string) => mkdir(path), 'it is a directory (EISDIR)'],
  ['a link to itself', (path: string) => symlink(path, path), 'lead in a circle (ELOOP)'],
])('%s in the place of a file is bad input', async (_what, make, obstacle) => {
  const path = join(folder, 'file');
  await make(path);
  const problem = await problemOf(readFile(path));
  expect(problem?.exitCode).toBe(2);
  expect(problem?.message).toContain(obstacle);
});

test('a folder where none can be made is bad input, though Node calls it missing', async () => {
  expect(await problemOf(mkdir('/sys/none'))).toMatchObject({ code: 'bad-path', exitCode: 2 });
  expect(await problemOf(mkdir(join(folder, 'none', 'below')))).toMatchObject({
    code: 'bad-path',
    exitCode: 2,
  });
});

test('a full disk may be retried', async () => {
  expect(await problemOf(writeFile('/dev/full', 'text'))).toMatchObject({ code: 'disk-full', exitCode: 1 });
});

test('a missing file and any other error are not judged', async () => {
  expect(await problemOf(readFile(join(folder, 'none')))).toBeUndefined();
  expect(fileSystemProblem(new Error('broken'))).toBeUndefined();
  expect(fileSystemProblem('broken')).toBeUndefined();
});
