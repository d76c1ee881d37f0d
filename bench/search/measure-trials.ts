import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import {
  type DatasetDescription,
  parseDatasetDescription,
} from '@churn/shared/artifacts/dataset-description';
import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { logLoss } from '@churn/shared/metrics/log-loss';
import type { Hyperparameters, ModelFamily } from '@churn/shared/models/model';
import { modelFamilies } from '@churn/shared/models/model-families';
import { atMost } from '@churn/shared/platform/at-most';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { sha256 } from '@churn/shared/platform/sha256';
import { proposeTrials } from '@churn/shared/training/propose-trials';
import { scoreOutOfFold } from '@churn/shared/training/score-out-of-fold';
import { thinFold } from '@churn/shared/training/thin-fold';
import { planValidationFolds, type ValidationFold } from '@churn/shared/training/validation-folds';
import { type MeasuredTrial, rungRows } from './measured-trial.ts';

const [dataDirectory, run, out, families, configurations] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const settings = { seed: 42, threads: 1, queue: atMost(1) };

const { table, dataset } = await readRun(new ArtifactLayout(dataDirectory), run);
/** Customers that no search sees, to judge by what it has chosen: a quarter, by other digits of the hash than any split. */
const isOuter = table.customerIds.map((id) => Number.parseInt(sha256(id).slice(20, 26), 16) % 4 === 0);
const searched: FeatureTable = {
  ...table,
  splits: table.splits.map((split, row) => (isOuter[row] ? null : split)),
};
const { folds, learnable } = planValidationFolds(searched, dataset.split, dataset.labelling.horizonDays);
const judged = Int32Array.from(table.labels.keys()).filter(
  (row) => isOuter[row] && (table.splits[row] === 'train' || table.splits[row] === 'validation'),
);
const stream = createWriteStream(out, { flags: 'a' });
for (const name of families.split(',') as (keyof typeof modelFamilies)[]) {
  const family = modelFamilies[name];
  const fitRows = folds.at(-1)!.fit.length;
  const proposals = proposeTrials(family, fitRows, undefined, { trials: Number(configurations), seed: 1 });
  for (const [index, { hyperparameters }] of proposals.entries()) {
    const rungs: MeasuredTrial['rungs'] = {};
    for (const rows of rungRows) {
      if (rows !== 'all' && rows > fitRows) continue;
      const chosen = rows === 'all' ? folds : [thinFold(folds.at(-1)!, table.labels, rows)];
      const { settled, ...measured } = await judge(family, chosen, hyperparameters, true);
      rungs[rows] = measured;
      if (rows !== 'all') continue;
      const outer = await judge(family, [{ fit: learnable, judge: judged }], settled, false);
      const trial: MeasuredTrial = { dataset: run, family: name, trial: index, rungs, outer: outer.loss };
      stream.write(`${JSON.stringify(trial)}\n`);
    }
  }
}
stream.end();

async function judge(
  family: ModelFamily,
  chosen: readonly ValidationFold[],
  hyperparameters: Hyperparameters,
  stopEarly: boolean,
) {
  const before = process.cpuUsage();
  const {
    labels,
    probabilities,
    hyperparameters: settled,
  } = await scoreOutOfFold(family, table, chosen, hyperparameters, stopEarly, settings);
  const { user, system } = process.cpuUsage(before);
  return { settled, loss: logLoss(labels, probabilities), cpuSeconds: (user + system) / 1e6 };
}

async function readRun(
  layout: ArtifactLayout,
  of: string,
): Promise<{ readonly table: FeatureTable; readonly dataset: DatasetDescription }> {
  const featurized = await findStageResult(layout, of, 'featurize');
  const description = layout.absolute(outputOf(featurized, 'dataset').path);
  const features = layout.absolute(outputOf(featurized, 'features').path);
  return {
    dataset: parseDatasetDescription(await readFile(description, 'utf8'), description),
    table: await withDuckDb({ threads: 1, temporaryDirectory: layout.temporaryDirectory }, (connection) =>
      readFeatureTable(connection, features),
    ),
  };
}
