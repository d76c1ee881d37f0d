import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { testRows } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { selectRows } from '@churn/shared/features/select-rows';
import type { BootstrapInterval } from '@churn/shared/metrics/bootstrap-interval';
import { calibrationError } from '@churn/shared/metrics/calibration-error';
import { calibrationLine } from '@churn/shared/metrics/calibration-line';
import { logLoss } from '@churn/shared/metrics/log-loss';
import { pairedBootstrap } from '@churn/shared/metrics/paired-bootstrap';
import { rocAuc, rocAucOfGroups } from '@churn/shared/metrics/roc-auc';
import { groupByProbability } from '@churn/shared/metrics/score-groups';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { loadEvaluatedModel } from '@churn/shared/registry/load-evaluated-model';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { readPairs } from './read-pairs.ts';
import type { TrainedTelecom } from './train-on-telecom.ts';

export interface Ceiling {
  readonly family: string;
  readonly rows: number;
  readonly churned: number;
  readonly rocAuc: number;
  /** Of the probabilities that the labels were drawn from, on the same rows. */
  readonly bestRocAuc: number;
  /** bestRocAuc − rocAuc. */
  readonly gap: BootstrapInterval;
  readonly logLoss: number;
  readonly bestLogLoss: number;
  readonly calibrationSlope: number;
  readonly calibrationError: number;
  /** Mean |predicted − true probability|. */
  readonly meanDistance: number;
}

/** The champion, as it was evaluated, on its test rows beside the true probabilities of the same customers. */
export async function measureCeiling({ dataDirectory, run, truthPath }: TrainedTelecom): Promise<Ceiling> {
  const layout = new ArtifactLayout(dataDirectory);
  const features = outputOf(await findStageResult(layout, run, 'featurize'), 'features');
  const promoted = await findStageResult(layout, run, 'promote');
  const registered = await loadRegisteredModel(layout, String(promoted.metrics.modelSha256));
  const { model, document } = await loadEvaluatedModel(layout, registered);
  const session = { threads: 1, temporaryDirectory: layout.temporaryDirectory };
  const table = await withDuckDb(session, (connection) =>
    readFeatureTable(connection, layout.absolute(features.path)),
  );
  const tested = testRows(table);
  const { matrix, labels } = selectRows(table, tested);
  const truthOf = new Map(await readPairs(truthPath));
  const truth = Float64Array.from(tested, (row) => Number(truthOf.get(table.customerIds[row]!)));
  const probabilities = model.predictProbability(matrix);
  const groups = groupByProbability(labels, probabilities);
  return {
    family: document.family,
    rows: labels.length,
    churned: labels.reduce((sum, label) => sum + label, 0),
    rocAuc: rocAuc(labels, probabilities)!,
    bestRocAuc: rocAuc(labels, truth)!,
    gap: pairedBootstrap(labels, probabilities, truth, rocAucOfGroups, { seed: 1, samples: 500 }),
    logLoss: logLoss(labels, probabilities),
    bestLogLoss: logLoss(labels, truth),
    calibrationSlope: calibrationLine(groups)!.slope,
    calibrationError: calibrationError(groups),
    meanDistance:
      truth.reduce((sum, value, row) => sum + Math.abs(value - probabilities[row]!), 0) / truth.length,
  };
}
