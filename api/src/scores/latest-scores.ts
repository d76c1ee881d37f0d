import { stat } from 'node:fs/promises';
import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { type LatestPredictions, readLatestPredictions } from '@churn/shared/artifacts/latest-predictions';
import { Problem } from '../http/problem.ts';
import { findScore, type ScoreRecord } from './find-score.ts';
import { findScoreBlocks, type ScoreBlocks } from './score-blocks.ts';

/**
 * Looks customers up in the last predictions of `churn score`. Of one file, the last one, it keeps where its records are; new
 * predictions, and a file that was written to since, are gone through at the first question after them.
 */
export class LatestScores {
  readonly #layout: ArtifactLayout;
  #known: string | undefined;
  #blocks: Promise<ScoreBlocks> | undefined;

  constructor(layout: ArtifactLayout) {
    this.#layout = layout;
  }

  /** Undefined where nothing was scored yet. */
  latest(): Promise<LatestPredictions | undefined> {
    return readLatestPredictions(this.#layout);
  }

  /** Undefined where the predictions do not have the customer. */
  async find({ predictions }: LatestPredictions, customerId: string): Promise<ScoreRecord | undefined> {
    try {
      return await findScore(await this.#blocksOf(predictions), customerId);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new Problem(
        'no-score',
        'expected the last predictions of churn score, their file has been deleted',
      );
    }
  }

  async #blocksOf(predictions: LatestPredictions['predictions']): Promise<ScoreBlocks> {
    const { sha256 } = predictions;
    const path = this.#layout.absolute(predictions.path);
    const { ino, size, mtimeMs } = await stat(path);
    const file = [sha256, ino, size, mtimeMs].join(' ');
    if (this.#blocks !== undefined && this.#known === file) return this.#blocks;
    const blocks = findScoreBlocks(path, sha256);
    this.#known = file;
    this.#blocks = blocks;
    blocks.catch(() => {
      // Asked for again, it is gone through again: it may have been on its way.
      if (this.#blocks === blocks) this.#blocks = undefined;
    });
    return blocks;
  }
}
