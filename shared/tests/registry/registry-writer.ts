import { once } from 'node:events';
import promises, { type FileHandle, readFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What a process of its own is to do with a registry; started by `startWriter`. */
export interface WriterJob {
  readonly dataDirectory: string;
  /** JSON of a `ModelContent`. */
  readonly contentPath: string;
  readonly promotions: number;
  /** Null: the revision found; where another writer was faster, found again. */
  readonly expectedRevision: number | null;
  /** The call that changes files, counted from 1, before which the process kills itself with SIGKILL; null: none. */
  readonly killBeforeCall: number | null;
}

const job = JSON.parse(process.argv[2]!) as WriterJob;
let calls = 0;

function countCall(): void {
  calls += 1;
  if (calls === job.killBeforeCall) process.kill(process.pid, 'SIGKILL');
}

type Call = (...args: unknown[]) => Promise<unknown>;

function counted(call: Call): Call {
  return (...args) => {
    countCall();
    return call(...args);
  };
}

/** Counts every call of node:fs/promises that leaves something else on the disk. */
function countChangingCalls(): void {
  const table = promises as unknown as Record<string, Call>;
  for (const name of ['mkdir', 'writeFile', 'rename', 'rm', 'truncate']) table[name] = counted(table[name]!);
  const open = promises.open;
  promises.open = async (path, flags, mode) => {
    if (flags === 'r') return open(path, flags, mode);
    countCall();
    const file: FileHandle & { writeFile: Call } = (await open(path, flags, mode)) as never;
    file.writeFile = counted(file.writeFile.bind(file) as Call) as never;
    return file;
  };
  syncBuiltinESMExports();
}

countChangingCalls();
const { ArtifactLayout } = await import('../../src/artifacts/artifact-layout.ts');
const { changeChampion } = await import('../../src/registry/change-champion.ts');
const { registerModel } = await import('../../src/registry/register-model.ts');
const { settleRegistry } = await import('../../src/registry/registry-state.ts');
type ModelContent = import('../../src/registry/register-model.ts').ModelContent;

const layout = new ArtifactLayout(job.dataDirectory);
const content = JSON.parse(await readFile(job.contentPath, 'utf8')) as ModelContent;
const actor = { by: `process ${process.pid}`, now: () => new Date() };

async function promoteOnce(modelSha256: string): Promise<number> {
  for (;;) {
    const expectedRevision = job.expectedRevision ?? (await settleRegistry(layout, actor)).revision;
    const change = { action: 'promote', modelSha256, run: 'r', reason: 'test', expectedRevision } as const;
    try {
      const { evaluationSha256 } = content.metrics;
      return (await changeChampion(layout, { ...change, evaluationSha256 }, actor)).revision;
    } catch (error) {
      const lost = (error as { code?: string }).code === 'champion-changed';
      if (!lost || job.expectedRevision !== null) throw error;
    }
  }
}

process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
try {
  const { sha256 } = await registerModel(layout, content, actor);
  const revisions: number[] = [];
  for (let done = 0; done < job.promotions; done += 1) revisions.push(await promoteOnce(sha256));
  process.stdout.write(`${JSON.stringify({ revisions, calls })}\n`);
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.stdout.write(`${JSON.stringify({ revisions: [], calls, code: code ?? message })}\n`);
}
