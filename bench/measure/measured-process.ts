import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What one or several processes took, one after the other; memory is that of the largest. */
export interface Cost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Cores that other processes kept busy meanwhile: 0 on a quiet machine. */
  readonly othersCores: number;
}

/** That of `make install`: measuring needs the standard library only. */
const python = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const measure = fileURLToPath(new URL('measure.py', import.meta.url));

/** Runs a command as a process of its own; throws with its log where it fails. */
export async function measuredProcess(command: readonly string[]): Promise<Cost> {
  const { stdout, stderr } = await promisify(execFile)(python, [measure, ...command], {
    maxBuffer: 1 << 26,
  });
  const { exitCode, ...cost } = JSON.parse(stdout) as Cost & { readonly exitCode: number };
  if (exitCode === 0) return cost;
  throw new Error(`expected exit code 0, got ${exitCode} of ${command.join(' ')}\n${stderr}`);
}

export function totalCost(costs: readonly Cost[]): Cost {
  const wallSeconds = sum(costs.map((cost) => cost.wallSeconds));
  return {
    wallSeconds,
    cpuSeconds: sum(costs.map((cost) => cost.cpuSeconds)),
    peakBytes: Math.max(...costs.map((cost) => cost.peakBytes)),
    othersCores: sum(costs.map((cost) => cost.othersCores * cost.wallSeconds)) / wallSeconds,
  };
}

/** The run of median wall time. */
export function medianCost(costs: readonly Cost[]): Cost {
  return costs.toSorted((a, b) => a.wallSeconds - b.wallSeconds)[(costs.length - 1) >> 1]!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
