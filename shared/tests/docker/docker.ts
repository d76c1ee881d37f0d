import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of the Docker client to its end; `input` becomes its standard input. */
export async function docker(args: readonly string[], input?: Uint8Array): Promise<CommandOutcome> {
  const child = spawn('docker', [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { exitCode, stdout, stderr };
}

/** Like `docker`, for commands that must succeed: returns their output and throws with what they said otherwise. */
export async function dockerOutput(args: readonly string[], input?: Uint8Array): Promise<string> {
  const { exitCode, stdout, stderr } = await docker(args, input);
  if (exitCode !== 0) throw new Error(`docker ${args[0]}: expected exit code 0, got ${exitCode}: ${stderr}`);
  return stdout.trim();
}
