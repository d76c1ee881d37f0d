import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { modelFamilies } from '@churn/shared/models/model-families';
import { type SingleFamilyName, singleFamilyNames } from '@churn/shared/schema/model-family-name';
import { type FeaturizedRun, featurizedTelecom, readFeaturizedRun } from './featurized-run.ts';
import { meanOfSearches } from './mean-of-searches.ts';
import { measureTrials } from './measure-trials.ts';
import type { MeasuredFamily } from './measured-trial.ts';
import { nameOf, schedulesFor } from './schedules.ts';

const { values: options } = parseArgs({
  options: {
    /** Configurations measured a family, of which the simulated searches try some. */
    trials: { type: 'string', default: '24' },
    families: { type: 'string', default: singleFamilyNames.join(',') },
    /** Of the simulated telecom. */
    customers: { type: 'string', default: '12000' },
    /** Instead of a telecom: a data directory and a run in it that has finished `featurize`. */
    'data-dir': { type: 'string' },
    run: { type: 'string', default: 'r1' },
    /** Where telecom and measured trials stay for the next time; a temporary folder when absent. */
    work: { type: 'string' },
  },
});

const work =
  options.work === undefined ? await mkdtemp(join(tmpdir(), 'bench-search-')) : resolve(options.work);
try {
  await mkdir(work, { recursive: true });
  const summary: Record<string, unknown> = {};
  for (const family of options.families.split(',') as SingleFamilyName[]) {
    const { fitRows, trials } = await measuredOnce(family);
    process.stdout.write(
      `\n${family}: ${trials.length} configurations, a fold of ${fitRows} rows to fit on\n`,
    );
    process.stdout.write(
      `  ${'trials: rows/one in'.padEnd(30)}${'CPU'.padStart(9)}   all folds   outside   below the default\n`,
    );
    const means = schedulesFor(modelFamilies[family], fitRows, trials.length).map((schedule) => {
      const mean = meanOfSearches(schedule, trials);
      const { share, worst } = mean.belowDefault;
      const [cpu, inner, outer] = [mean.cpuSeconds.toFixed(1), mean.chosen.toFixed(5), mean.outer.toFixed(5)];
      const below = share === 0 ? 'none' : `${(100 * share).toFixed(1)} %, by ${worst.toFixed(5)} at most`;
      process.stdout.write(
        `  ${nameOf(schedule).padEnd(30)}${cpu.padStart(7)} s     ${inner}   ${outer}   ${below}\n`,
      );
      return [nameOf(schedule), mean] as const;
    });
    summary[family] = Object.fromEntries(means);
  }
  process.stdout.write(`${JSON.stringify({ bench: 'search', ...summary })}\n`);
} finally {
  if (options.work === undefined) await rm(work, { recursive: true, force: true });
}

/** From the work folder where they were measured before. */
async function measuredOnce(family: SingleFamilyName): Promise<MeasuredFamily> {
  const of = options['data-dir'] === undefined ? `telecom-${options.customers}` : options.run;
  const path = join(work, `${of}-${family}-${options.trials}.json`);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as MeasuredFamily;
  const measured = await measureTrials(family, await rows(), Number(options.trials));
  await writeFile(path, JSON.stringify(measured));
  return measured;
}

function rows(): Promise<FeaturizedRun> {
  const directory = options['data-dir'];
  return directory === undefined
    ? featurizedTelecom(join(work, `telecom-${options.customers}`), Number(options.customers))
    : readFeaturizedRun(directory, options.run);
}
