import { writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { StageName } from '@churn/shared/schema/stage-name';
import type { Artifact, StageResult } from '@churn/shared/schema/stage-result';
import type { ReportInputs } from '../../src/report/report-inputs.ts';

/** Leaves the records and documents of a run up to `evaluate`, with the content of `inputs`. */
export async function leaveEvaluatedRun(dataDirectory: string, run: string, inputs: ReportInputs) {
  const layout = new ArtifactLayout(dataDirectory);
  const store = new ArtifactStore(layout);
  const document = (folder: 'clean' | 'models' | 'evaluations', role: string, content: unknown) =>
    store.addDocument({ folder, role }, content);
  const file = (role: string): Promise<Artifact> =>
    store.addText({ folder: 'raw', role, extension: 'csv' }, `bytes of ${role}`, 1);
  const record = async (stage: StageName, changes: Partial<StageResult>) => {
    const result: StageResult = {
      stage,
      run,
      status: 'done',
      inputs: [],
      outputs: [],
      metrics: {},
      warnings: [],
      durationMs: 0,
      peakRssBytes: 0,
      version: 'test',
      ...changes,
    };
    await writeAtomically(layout.stageResult(run, stage), (path) => writeFile(path, JSON.stringify(result)));
  };
  const [customers, transactions, features] = [
    await file('customers'),
    await file('transactions'),
    await file('features'),
  ];
  const searches = await Promise.all(
    inputs.searches.map((search) => document('models', `search-${search.family}`, search)),
  );
  const evaluation = await document('evaluations', 'evaluation', inputs.evaluation);
  const cleaningReport = await document('clean', 'cleaning-report', inputs.cleaning);
  await record('clean', { outputs: [customers, transactions, cleaningReport] });
  await record('featurize', { inputs: [customers, transactions], outputs: [features] });
  await record('evaluate', { inputs: [features, ...searches], outputs: [evaluation] });
  return { layout, store, record, document, file, evaluation };
}
