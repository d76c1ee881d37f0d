import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { Logger } from '@churn/shared/platform/logger';
import type { JsonValue } from '@churn/shared/schema/json-value';
import type { StageName } from '@churn/shared/schema/stage-name';
import type { Artifact, StageResult } from '@churn/shared/schema/stage-result';

/** What every stage is given; nothing else reaches it (no process, no commander, no clock). */
export interface StageContext<Options> {
  readonly run: string;
  /** Validated and frozen. */
  readonly options: Options;
  readonly seed: number;
  readonly threads: number;
  /** Version of the code, for what records where it came from. */
  readonly version: string;
  readonly layout: ArtifactLayout;
  readonly store: ArtifactStore;
  readonly logger: Logger;
  /** Aborted by SIGTERM; long loops ask it and yield to the event loop between steps. */
  readonly signal: AbortSignal;
}

export interface StageOutcome {
  /** `refused` for a gate that said no (exit 3), `skipped` for nothing to do (exit 99). */
  readonly status?: 'done' | 'refused' | 'skipped';
  readonly outputs: readonly Artifact[];
  readonly metrics: Readonly<Record<string, JsonValue>>;
  readonly warnings?: readonly string[];
  /** Why it was refused or skipped. */
  readonly error?: { readonly code: string; readonly message: string; readonly details: readonly string[] };
}

/** A stage reads the store, computes with functions of `shared`, writes the store. It calls no other stage. */
export interface Stage<Options> {
  readonly name: StageName;
  /** Distinguishes records of one stage in one run: the model family of `train`. */
  part?(options: Options): string;
  /** Whether the same inputs, options and code may be answered from the cache; false where outside state is changed. */
  readonly cacheable: boolean;
  /** Whether it only looks, and so takes no lock and leaves no record. */
  readonly onlyReads?: boolean;
  /** What of the options the outcome depends on, where that is not all of them: where a file lies does not matter, its bytes do. */
  cacheOptions?(options: Options, layout: ArtifactLayout): unknown;
  /** Roles of inputs whose part in the outcome `cacheOptions` tells more closely than their hash does. */
  readonly toldByCacheOptions?: readonly string[];
  /** Finds the artifacts this stage reads; throws a ChurnError (exit 2) where one is missing. Everything the result depends on. */
  findInputs(context: StageContext<Options>): Promise<readonly Artifact[]>;
  execute(context: StageContext<Options>, inputs: readonly Artifact[]): Promise<StageOutcome>;
  /** Clears away what the work needed only until its outcome was recorded, and leaves what later runs may look for. */
  afterRecord?(context: StageContext<Options>, result: StageResult): Promise<void>;
}
