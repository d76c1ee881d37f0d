import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type StageResult, stageResultSchema } from '@churn/shared/schema/stage-result';

const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));

/** Runs one stage in a process of its own, as a user would, and reads its result; throws with the log where it fails. */
export async function churn(dataDirectory: string, ...argv: readonly string[]): Promise<StageResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, ...argv, '--data-dir', dataDirectory],
    {
      maxBuffer: 1 << 26,
    },
  );
  return stageResultSchema.parse(JSON.parse(stdout));
}
