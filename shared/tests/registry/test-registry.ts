import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '../../src/artifacts/artifact-layout.ts';
import { unfinishedSuffix } from '../../src/platform/write-atomically.ts';
import type { ChampionPointer } from '../../src/registry/champion-pointer.ts';
import { type ChampionChange, changeChampion } from '../../src/registry/change-champion.ts';
import type { RegistryActor } from '../../src/registry/registry-lock.ts';

/** Always at the same moment. */
export const actor: RegistryActor = { by: 'test', now: () => new Date('2024-06-02T08:30:00.000Z') };

/** For where it is known that the lock's holder is dead: no waiting for its heartbeat. */
export const actorAfterCrash: RegistryActor = { ...actor, lock: { staleAfterMs: 0, waitMs: 20_000 } };

export interface TestRegistry extends AsyncDisposable {
  readonly layout: ArtifactLayout;
  promote(
    modelSha256: string,
    expectedRevision: number,
    changes?: Partial<ChampionChange>,
    by?: RegistryActor,
  ): Promise<ChampionPointer>;
  /** Files and folders that a killed writer has left. */
  unfinished(): Promise<readonly string[]>;
}

/** An empty registry that is gone when the test is. */
export async function testRegistry(): Promise<TestRegistry> {
  const directory = await mkdtemp(join(tmpdir(), 'churn-registry-'));
  const layout = new ArtifactLayout(directory);
  return {
    layout,
    promote: (modelSha256, expectedRevision, changes = {}, by = actor) =>
      changeChampion(
        layout,
        {
          action: 'promote',
          modelSha256,
          run: `run of ${modelSha256.slice(0, 4)}`,
          reason: 'better',
          evaluationSha256: 'e'.repeat(64),
          expectedRevision,
          ...changes,
        },
        by,
      ),
    unfinished: async () => {
      const names = await readdir(layout.registryDirectory, { recursive: true });
      return names.filter((name) => name.endsWith(unfinishedSuffix));
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
