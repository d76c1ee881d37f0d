import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { atMost } from '@churn/shared/platform/at-most';
import type { SingleFamilyName } from '@churn/shared/schema/model-family-name';
import { measuredProcess } from '../measure/measured-process.ts';

/** As many tasks at a time as the Airflow of `make run` has slots (`AIRFLOW__CORE__PARALLELISM` in docker/stack). */
const slots = 2;
/** As the DAG begins them: the longest search first (`SINGLE_FAMILIES` in dags/churn_lib/search_options.py). */
const families = ['gradient-boosting', 'random-forest', 'logistic-regression', 'decision-tree'] as const;
const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));

/** train-families.ts RUN DATA_DIRECTORY RESULT: a process a family, in the order of the DAG, two at a time; what each took is left in RESULT. */
const [run, dataDirectory, result] = process.argv.slice(2) as [string, string, string];
const queue = atMost(slots);
const train = async (family: SingleFamilyName) => {
  const argv = ['train', '--family', family, '--run', run, '--data-dir', dataDirectory];
  return [family, await measuredProcess([process.execPath, cli, ...argv])] as const;
};
const costs = await Promise.all(families.map((family) => queue.run(() => train(family))));
await writeFile(result, JSON.stringify(costs));
