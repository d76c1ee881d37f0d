import { readFile } from 'node:fs/promises';
import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { testRows } from '@churn/shared/artifacts/feature-table';
import { parseModelDocument } from '@churn/shared/artifacts/model-document';
import { selectRows } from '@churn/shared/features/select-rows';
import { dayText, parseDay } from '@churn/shared/platform/calendar-day';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { exampleEvaluation } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { compareChampion } from '../../src/evaluate/compare-champion.ts';
import type { CandidateModel } from '../../src/inputs/candidate-models.ts';
import { championRole } from '../../src/inputs/champion-input.ts';
import { featureTableOf, leaveEvaluation, modelOf, useTrainedRuns } from '../stages/promotable-run.ts';
import { runChurn } from '../stages/run-churn.ts';

const runs = useTrainedRuns((directory) => leaveEvaluation(directory, 'r1'));

/** The champion of `r1` beside the model of `r2`, on test rows of the given day. */
async function compared(testAsOf: string, changes: Partial<DatasetDescription> = {}, refit = 'auto') {
  const promoted = await runChurn('promote', '--run', 'r1', '--data-dir', runs.directory, '--refit', refit);
  const sha256 = String(promoted.result.metrics.modelSha256);
  const { evaluatedModelSha256 } = promoted.result.metrics;
  const artifact = await modelOf(runs.directory, 'r2');
  const document = parseModelDocument(
    await readFile(runs.layout.absolute(artifact.path), 'utf8'),
    'the test',
  );
  const table = await featureTableOf(runs.directory, 'r2');
  const test = selectRows({ matrix: table.matrix, labels: table.labels }, testRows(table));
  const champion = { role: championRole, path: `registry/models/${sha256}`, sha256, bytes: 0, rows: null };
  const dataset = { ...exampleEvaluation().dataset, asOf: ['2023-01-01', testAsOf], ...changes };
  const { model } = await loadRegisteredModel(runs.layout, sha256);
  const comparison = await compareChampion(
    runs.layout,
    [champion],
    dataset,
    { artifact, document } as CandidateModel,
    model.predictProbability(test.matrix),
    test,
    { seed: 1, samples: 20, campaign: document.campaign },
  );
  return { comparison: comparison!, served: sha256, evaluated: evaluatedModelSha256 };
}

const { labelling, asOf } = exampleEvaluation().dataset;
const newest = parseDay(asOf.at(-1)!)!;
const dayAfter = (days: number) => dayText(newest + days);

test('a champion whose outcomes end where the test begins is compared as it serves', async () => {
  const { comparison, served } = await compared(dayAfter(labelling.horizonDays));
  expect(comparison).toMatchObject({ modelSha256: served, comparedModelSha256: served, isWinner: false });
  // The probabilities given are its own.
  expect(comparison.logLossDifference).toMatchObject({ value: 0 });
});

test.each<[string, number, Partial<DatasetDescription>]>([
  ['one that may have learned from outcomes of the test', labelling.horizonDays - 1, {}],
  ['one beside customers split by hash', labelling.horizonDays, { split: 'hash' }],
])('%s is compared as it was measured', async (_what, days, changes) => {
  const { comparison, served, evaluated } = await compared(dayAfter(days), changes);
  expect(comparison).toMatchObject({ modelSha256: served, comparedModelSha256: evaluated });
  expect(comparison.logLossDifference!.value).not.toBe(0);
});

test('one that serves as it was measured is compared as that, whatever the day', async () => {
  const { comparison, served } = await compared(dayAfter(0), {}, 'none');
  expect(comparison).toMatchObject({ modelSha256: served, comparedModelSha256: served });
});
