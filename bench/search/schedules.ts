import { readFile } from 'node:fs/promises';
import { seededRandom } from '@churn/shared/platform/seeded-random';
import type { MeasuredTrial } from './measured-trial.ts';
import { type Schedule, simulateSchedule } from './simulate-schedule.ts';

const [path] = process.argv.slice(2) as [string];
const simulations = 2_000;

const schedules: readonly Schedule[] = [
  {
    name: '8: 3000, all/7',
    trials: 8,
    plan: [
      { oneIn: 1, rows: 3000 },
      { oneIn: 7, rows: 'all' },
    ],
  },
  {
    name: '8: 1000, 3000/3, all/10',
    trials: 8,
    plan: [
      { oneIn: 1, rows: 1000 },
      { oneIn: 3, rows: 3000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '8: 1500, 5000/3, all/10',
    trials: 8,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 3, rows: 5000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '8: 1500, 5000/2, all/4',
    trials: 8,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 2, rows: 5000 },
      { oneIn: 4, rows: 'all' },
    ],
  },
  { name: '8: all', trials: 8, plan: [{ oneIn: 1, rows: 'all' }] },
  {
    name: '12: 3000, all/7',
    trials: 12,
    plan: [
      { oneIn: 1, rows: 3000 },
      { oneIn: 7, rows: 'all' },
    ],
  },
  {
    name: '12: 1000, 3000/3, all/10',
    trials: 12,
    plan: [
      { oneIn: 1, rows: 1000 },
      { oneIn: 3, rows: 3000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '12: 1500, 5000/3, all/10',
    trials: 12,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 3, rows: 5000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '12: 1500, 5000/2, all/4',
    trials: 12,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 2, rows: 5000 },
      { oneIn: 4, rows: 'all' },
    ],
  },
  { name: '12: all', trials: 12, plan: [{ oneIn: 1, rows: 'all' }] },
  {
    name: '20: 3000, all/7',
    trials: 20,
    plan: [
      { oneIn: 1, rows: 3000 },
      { oneIn: 7, rows: 'all' },
    ],
  },
  {
    name: '20: 1000, 3000/3, all/10',
    trials: 20,
    plan: [
      { oneIn: 1, rows: 1000 },
      { oneIn: 3, rows: 3000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '20: 1500, 5000/3, all/10',
    trials: 20,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 3, rows: 5000 },
      { oneIn: 10, rows: 'all' },
    ],
  },
  {
    name: '20: 1500, 5000/2, all/4',
    trials: 20,
    plan: [
      { oneIn: 1, rows: 1500 },
      { oneIn: 2, rows: 5000 },
      { oneIn: 4, rows: 'all' },
    ],
  },
  { name: '20: all', trials: 20, plan: [{ oneIn: 1, rows: 'all' }] },
  { name: '1: all', trials: 1, plan: [{ oneIn: 1, rows: 'all' }] },
];

const trials = (await readFile(path, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as MeasuredTrial);
const groups = Map.groupBy(trials, ({ dataset, family }) => `${dataset} ${family}`);
for (const [group, measured] of groups) {
  if (measured.length < 10) continue;
  const lowest = (lossOf: (trial: MeasuredTrial) => number) => Math.min(...measured.map(lossOf));
  process.stdout.write(
    `\n${group}: ${measured.length} trials, lowest ${lowest(({ rungs }) => rungs.all!.loss).toFixed(4)} on all folds, ${lowest(({ outer }) => outer).toFixed(4)} outside\n`,
  );
  for (const schedule of schedules) {
    const random = seededRandom(1);
    const results = Array.from({ length: simulations }, () => simulateSchedule(schedule, measured, random));
    const mean = (measureOf: (result: (typeof results)[number]) => number) =>
      results.reduce((sum, result) => sum + measureOf(result), 0) / simulations;
    process.stdout.write(
      `${schedule.name.padEnd(32)} ${mean(({ cpuSeconds }) => cpuSeconds)
        .toFixed(1)
        .padStart(
          7,
        )} s  all folds ${mean(({ chosen }) => chosen).toFixed(5)}  outside ${mean(({ outer }) => outer).toFixed(5)}\n`,
    );
  }
}
