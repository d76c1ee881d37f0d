import { join } from 'node:path';
import type { StageName } from '../schema/stage-name.ts';

/** Folders of content-addressed files (`<folder>/<sha256>.<extension>`). */
export type ArtifactFolder =
  | 'raw'
  | 'clean'
  | 'features'
  | 'searches'
  | 'models'
  | 'evaluations'
  | 'predictions'
  | 'monitoring'
  | 'reports';

/**
 * Every path of the data directory. Nothing else in the system joins path segments below it.
 *
 *     raw/ clean/ features/ searches/ models/ evaluations/ predictions/ monitoring/ reports/   <sha256>.<extension>
 *     searches/latest/<question>.json           the record in searches/ of the last search of a question
 *     searches/met/<work>.json                  the one that a training has met
 *     latest/predictions.json                   which of predictions/ were made last
 *     cache/<stage>/<key>.json                  what a stage answered for the same inputs, options and code
 *     runs/<run-id>/<stage>[/<part>]/result.json   the record of a run; `part` is the model family of `train`
 *     registry/champion.json, registry/journal.ndjson, registry/models/<sha256>/…
 *     trials/<key>.ndjson                       ended trials of a search that has not come to its end
 *     tmp/                                      spill space, safe to delete when nothing runs
 */
export class ArtifactLayout {
  readonly dataDirectory: string;

  constructor(dataDirectory: string) {
    this.dataDirectory = dataDirectory;
  }

  /** Absolute path of a path recorded relative to the data directory. */
  absolute(relativePath: string): string {
    return join(this.dataDirectory, ...relativePath.split('/'));
  }

  artifactFolder(folder: ArtifactFolder): string {
    return join(this.dataDirectory, folder);
  }

  cacheEntry(stage: StageName, key: string): string {
    return join(this.dataDirectory, 'cache', stage, `${key}.json`);
  }

  runDirectory(run: string): string {
    return join(this.dataDirectory, 'runs', run);
  }

  stageDirectory(run: string, stage: StageName, part?: string): string {
    return join(this.runDirectory(run), stage, ...(part === undefined ? [] : [part]));
  }

  stageResult(run: string, stage: StageName, part?: string): string {
    return join(this.stageDirectory(run, stage, part), 'result.json');
  }

  stageLock(run: string, stage: StageName, part?: string): string {
    return join(this.stageDirectory(run, stage, part), 'lock');
  }

  /** `key` is the hash of everything that a trial's scores depend on. */
  trialLog(key: string): string {
    return join(this.dataDirectory, 'trials', `${key}.ndjson`);
  }

  /** `question` is the hash of what settings are searched for. */
  latestSearch(question: string): string {
    return join(this.dataDirectory, 'searches', 'latest', `${question}.json`);
  }

  /** `work` is the hash of all that a training depends on besides the search that it meets. */
  searchMetBy(work: string): string {
    return join(this.dataDirectory, 'searches', 'met', `${work}.json`);
  }

  get latestPredictions(): string {
    return join(this.dataDirectory, 'latest', 'predictions.json');
  }

  get registryDirectory(): string {
    return join(this.dataDirectory, 'registry');
  }

  get championPointer(): string {
    return join(this.registryDirectory, 'champion.json');
  }

  get registryJournal(): string {
    return join(this.registryDirectory, 'journal.ndjson');
  }

  get registryLock(): string {
    return join(this.registryDirectory, 'lock');
  }

  get registeredModels(): string {
    return join(this.registryDirectory, 'models');
  }

  registeredModel(sha256: string): string {
    return join(this.registeredModels, sha256);
  }

  get temporaryDirectory(): string {
    return join(this.dataDirectory, 'tmp');
  }
}
