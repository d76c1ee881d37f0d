import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { learnableRows } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import type { OutOfFoldDocument } from '@churn/shared/artifacts/out-of-fold';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import { modelFamilies } from '@churn/shared/models/model-families';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { sha256 } from '@churn/shared/platform/sha256';
import { campaignSchema } from '@churn/shared/schema/campaign';
import type { SingleFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { exampleSearch } from '../report/example-search.ts';
import { leaveResult } from './leave-result.ts';
import { featureTableOf } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';
import { delivered } from './trained-run.ts';

/** A simulated telecom, featurized by the real stages in the runs `r1` and `r2`; what is judged there are real fits. */
export interface JudgedRuns extends AsyncDisposable {
  /** Rows that may be learned from. */
  readonly learnable: LabelledMatrix;
  fit(
    family: SingleFamilyName,
    hyperparameters: ModelDocument['hyperparameters'],
    rows?: LabelledMatrix,
  ): Promise<ModelDocument>;
  /** Copies the data directory, or a copy that went further, to one of a test's own. */
  copy(from?: string): Promise<string>;
}

export async function judgedRuns(): Promise<JudgedRuns> {
  const folder = await mkdtemp(join(tmpdir(), 'churn-judged-'));
  const [base, exports] = [join(folder, 'base'), join(folder, 'exports')];
  const stage = async (...argv: string[]) => {
    const { exitCode, result } = await runChurn(...argv, '--data-dir', base);
    if (exitCode !== 0) throw new Error(`${argv[0]} ended with exit ${exitCode}: ${result.error?.message}`);
  };
  await stage('generate', '--customers', '3000', '--out', exports);
  for (const run of ['r1', 'r2']) {
    await stage('ingest', '--run', run, ...delivered(exports));
    await stage('clean', '--run', run);
    await stage('featurize', '--run', run);
  }
  const table = await featureTableOf(base, 'r1');
  const learnable = selectRows({ matrix: table.matrix, labels: table.labels }, learnableRows(table));
  const featurized = await findStageResult(new ArtifactLayout(base), 'r1', 'featurize');
  const store = new ArtifactStore(new ArtifactLayout(base));
  const dataset = JSON.parse(await store.readText(outputOf(featurized, 'dataset')));
  return {
    learnable,
    fit: async (family, hyperparameters, rows = learnable) => {
      const { model } = await modelFamilies[family].fit(rows, hyperparameters, { seed: 1, threads: 1 });
      return {
        format: 'churn-model',
        formatVersion: 1,
        family,
        featureListHash,
        featureNames: table.matrix.columns.map(({ name }) => name),
        hyperparameters,
        calibration: { method: 'none' },
        campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 }),
        threshold: 0.25,
        training: {
          labelling: dataset.labelling,
          asOf: dataset.asOf,
          featuresSha256: outputOf(featurized, 'features').sha256,
          rows: rows.labels.length,
          churned: rows.labels.reduce((sum, label) => sum + label, 0),
          seed: 1,
          version: 'test',
        },
        parameters: model.toArtifact(),
      };
    },
    copy: async (from = base) => {
      const directory = await mkdtemp(join(folder, 'copy-'));
      await cp(from, directory, { recursive: true });
      return directory;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** Leaves the document, or any other text, as what the run's only training has made. */
export async function leaveCandidate(
  dataDirectory: string,
  run: string,
  document: ModelDocument,
  text = `${canonicalJson(document)}\n`,
): Promise<Artifact> {
  const store = new ArtifactStore(new ArtifactLayout(dataDirectory));
  const { family } = document;
  const model = await store.addText({ folder: 'models', role: 'model', extension: 'json' }, text);
  const search = await store.addDocument({ folder: 'models', role: 'search' }, exampleSearch(family, 0.45));
  const outOfFold: OutOfFoldDocument = {
    format: 'churn-out-of-fold',
    formatVersion: 1,
    family,
    featuresSha256: document.training.featuresSha256,
    rows: [],
    probabilities: [],
  };
  const predictions = await store.addDocument({ folder: 'models', role: 'out-of-fold' }, outOfFold);
  await leaveResult(dataDirectory, run, 'train', [model, search, predictions], family);
  return model;
}

/** Every file of the registry with the hash of its bytes, the lock apart. */
export async function registryOf(dataDirectory: string): Promise<Record<string, string>> {
  const { registryDirectory } = new ArtifactLayout(dataDirectory);
  const entries = await readdir(registryDirectory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, sha256(await readFile(path))] as const)),
  );
}
