import { logLoss } from '@churn/shared/metrics/log-loss';
import type { Hyperparameters } from '@churn/shared/models/model';
import { modelFamilies } from '@churn/shared/models/model-families';
import { atMost } from '@churn/shared/platform/at-most';
import { sha256 } from '@churn/shared/platform/sha256';
import type { SingleFamilyName } from '@churn/shared/schema/model-family-name';
import { proposeTrials } from '@churn/shared/training/propose-trials';
import { scoreOutOfFold } from '@churn/shared/training/score-out-of-fold';
import { scoreStoppingEarly } from '@churn/shared/training/score-stopping-early';
import { thinFold } from '@churn/shared/training/thin-fold';
import { planValidationFolds, type ValidationFold } from '@churn/shared/training/validation-folds';
import type { FeaturizedRun } from './featurized-run.ts';
import type { MeasuredFamily, MeasuredTrial } from './measured-trial.ts';
import { schedulesFor } from './schedules.ts';

const settings = { seed: 42, threads: 1, queue: atMost(1) };

/**
 * Judges the first `count` configurations of a family's search on every rung, as cheaply as a search does before its last one, and their settled forms by a quarter of the
 * customers that no search sees. Test rows are never read.
 */
export async function measureTrials(
  familyName: SingleFamilyName,
  { table, dataset }: FeaturizedRun,
  count: number,
): Promise<MeasuredFamily> {
  const family = modelFamilies[familyName];
  // By other digits of the hash than those of any split.
  const isOuter = table.customerIds.map((id) => Number.parseInt(sha256(id).slice(20, 26), 16) % 4 === 0);
  const splits = table.splits.map((split, row) => (isOuter[row] ? null : split));
  const { horizonDays } = dataset.labelling;
  const { folds, learnable } = planValidationFolds({ ...table, splits }, dataset.split, horizonDays);
  const outer = Int32Array.from(table.labels.keys()).filter(
    (row) => isOuter[row] && (table.splits[row] === 'train' || table.splits[row] === 'validation'),
  );
  const judge = async (chosen: readonly ValidationFold[], tried: Hyperparameters, stopEarly: boolean) => {
    const before = process.cpuUsage();
    const score = stopEarly ? scoreStoppingEarly : scoreOutOfFold;
    const scored = await score(family, table, chosen, tried, settings);
    const { user, system } = process.cpuUsage(before);
    const loss = logLoss(scored.labels, scored.probabilities);
    return { settled: scored.hyperparameters, rung: { loss, cpuSeconds: (user + system) / 1e6 } };
  };
  const mostTelling = folds.at(-1)!;
  const fitRows = mostTelling.fit.length;
  const rungRows = new Set(
    schedulesFor(family, fitRows, count).flatMap(({ plan }) => plan.map(({ rows }) => rows)),
  );
  const measured: MeasuredTrial[] = [];
  const proposals = proposeTrials(family, fitRows, undefined, { trials: count, seed: 1 });
  for (const [trial, { hyperparameters }] of proposals.entries()) {
    const rungs: Record<string, MeasuredTrial['rungs'][string]> = {};
    for (const rows of rungRows) {
      if (rows === 'all') continue;
      const thinned = thinFold(mostTelling, table.labels, rows);
      const tried = family.screening?.cheaper(hyperparameters) ?? hyperparameters;
      rungs[rows] = (await judge([thinned], tried, true)).rung;
    }
    const all = await judge(folds, hyperparameters, true);
    const { rung } = await judge([{ fit: learnable, judge: outer }], all.settled, false);
    measured.push({ trial, rungs: { ...rungs, all: all.rung }, outer: rung.loss });
  }
  return { fitRows, trials: measured };
}
