import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costRow, printTable } from '../measure/cost-table.ts';
import { type Cost, measuredProcess, medianCost } from '../measure/measured-process.ts';
import { makeBoostingData, type TableSize } from './boosting-data.ts';
import { python } from './training-python.ts';

interface Phases {
  readonly readSeconds: number;
  readonly matrixSeconds: number;
  readonly fitSeconds: number;
  readonly predictSeconds: number;
  readonly modelSha256: string;
}

type Run = Cost & Phases;

const inNode = fileURLToPath(new URL('boost-in-node.ts', import.meta.url));
const inPython = fileURLToPath(new URL('peers/boost_in_python.py', import.meta.url));

/**
 * Python runs twice: as it is, and waiting for threads as our binding makes the library wait, which is most of the
 * difference as soon as another process wants a core.
 */
const sides = {
  node: [process.execPath, inNode],
  python: [python, inPython],
  pythonPassive: ['/usr/bin/env', 'OMP_WAIT_POLICY=PASSIVE', python, inPython],
} as const;

type Side = keyof typeof sides;

export interface BoostingSize extends TableSize {
  readonly rounds: number;
  readonly threads: number;
}

/** The same trees on the same file through Node and Python, in turn; throws where the models are not the same bytes. */
export async function compareBoosting(folder: string, size: BoostingSize, repeats: number) {
  const { rows, columns, rounds, threads } = size;
  const data = join(folder, `boosting-${rows}x${columns}.f32`);
  await makeBoostingData(data, size);
  const runs: Record<Side, Run[]> = { node: [], python: [], pythonPassive: [] };
  const names = Object.keys(sides) as Side[];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const side of names) {
      const result = join(folder, `boosting-${side}.json`);
      const argv = [data, rows, columns, rounds, threads, result].map(String);
      const cost = await measuredProcess([...sides[side], ...argv]);
      runs[side].push({ ...cost, ...(JSON.parse(await readFile(result, 'utf8')) as Phases) });
    }
  }
  requireSameModel(names.map((side) => [side, runs[side][0]!.modelSha256]));
  const medians = names.map((side) => [side, medianCost(runs[side]) as Run] as const);
  printTable(`Boosting: ${rows} × ${columns}, ${rounds} trees, ${threads} threads, median of ${repeats}`, [
    ...medians.map(([side, run]) => [side, costRow(run)] as const),
  ]);
  printPhases(medians);
  const [node, pythonRun, passive] = medians.map(([, run]) => run) as [Run, Run, Run];
  return {
    ...size,
    repeats,
    node,
    relativeToPython: ratios(node, pythonRun),
    relativeToPythonPassive: ratios(node, passive),
  };
}

function ratios(ours: Run, theirs: Run) {
  return {
    wall: ours.wallSeconds / theirs.wallSeconds,
    cpu: ours.cpuSeconds / theirs.cpuSeconds,
    peakMemory: ours.peakBytes / theirs.peakBytes,
    fitWall: ours.fitSeconds / theirs.fitSeconds,
    othersCores: [ours.othersCores, theirs.othersCores],
  };
}

function printPhases(runs: readonly (readonly [string, Run])[]): void {
  const cells = ({ readSeconds, matrixSeconds, fitSeconds, predictSeconds }: Run) =>
    [readSeconds, matrixSeconds, fitSeconds, predictSeconds].map((seconds) => `${seconds.toFixed(2)} s`);
  const rows = [
    ['', ['read', 'matrix', 'fit', 'predict']] as const,
    ...runs.map(([side, run]) => [side, cells(run)] as const),
  ];
  const lines = rows.map(
    ([name, texts]) => `  ${name.padEnd(34)}${texts.map((text) => text.padStart(16)).join('')}`,
  );
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function requireSameModel(models: readonly (readonly [Side, string])[]): void {
  const other = models.find(([, sha256]) => sha256 !== models[0]![1]);
  if (other !== undefined) {
    throw new Error(
      `expected the same bytes of the model from ${models[0]![0]} and ${other[0]}, got different ones`,
    );
  }
}
