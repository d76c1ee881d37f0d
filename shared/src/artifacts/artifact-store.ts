import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../platform/canonical-json.ts';
import { badInput } from '../platform/churn-error.ts';
import { sha256OfFile } from '../platform/sha256.ts';
import { commitFile, unfinishedPathBeside } from '../platform/write-atomically.ts';
import type { Artifact } from '../schema/stage-result.ts';
import type { ArtifactFolder, ArtifactLayout } from './artifact-layout.ts';

export interface NewArtifact {
  readonly folder: ArtifactFolder;
  readonly role: string;
  /** Without the dot: `parquet`, `json`, `csv`. */
  readonly extension: string;
}

/** What the writer of an artifact may tell about it; the store counts bytes and hashes by itself. */
export interface WrittenContent {
  readonly rows?: number;
  /** SHA-256 of the written bytes where the writer knows it already; saves reading them again. */
  readonly sha256?: string;
}

/** Writes and reads the content-addressed files of a data directory. */
export class ArtifactStore {
  readonly #layout: ArtifactLayout;

  constructor(layout: ArtifactLayout) {
    this.#layout = layout;
  }

  /**
   * Has `write` fill a temporary file, then publishes it atomically under the hash of its content.
   * The same content twice is one file.
   */
  async add(artifact: NewArtifact, write: (path: string) => Promise<WrittenContent>): Promise<Artifact> {
    const folder = this.#layout.artifactFolder(artifact.folder);
    await mkdir(folder, { recursive: true });
    const temporaryPath = unfinishedPathBeside(join(folder, artifact.role));
    try {
      const written = await write(temporaryPath);
      const sha256 = written.sha256 ?? (await sha256OfFile(temporaryPath));
      const path = `${artifact.folder}/${sha256}.${artifact.extension}`;
      const { size } = await stat(temporaryPath);
      await commitFile(temporaryPath, this.#layout.absolute(path));
      return { role: artifact.role, path, sha256, bytes: size, rows: written.rows ?? null };
    } finally {
      await rm(temporaryPath, { force: true });
    }
  }

  /** Publishes a text. */
  addText(artifact: NewArtifact, text: string, rows?: number): Promise<Artifact> {
    return this.add(artifact, async (path) => {
      await writeFile(path, text);
      return rows === undefined ? {} : { rows };
    });
  }

  /** Publishes a document as canonical JSON: equal ones are one file. */
  addDocument(artifact: Omit<NewArtifact, 'extension'>, document: unknown, rows?: number): Promise<Artifact> {
    return this.addText({ ...artifact, extension: 'json' }, `${canonicalJson(document)}\n`, rows);
  }

  absolutePath(artifact: Artifact): string {
    return this.#layout.absolute(artifact.path);
  }

  async readText(artifact: Artifact): Promise<string> {
    return readFile(this.absolutePath(artifact), 'utf8');
  }

  /** Refuses (exit 2) a file that is gone or whose bytes are not the ones recorded. */
  async verify(artifact: Artifact): Promise<void> {
    const path = this.absolutePath(artifact);
    const file = await open(path, 'r').catch(() => undefined);
    const isFile = (await file?.stat())?.isFile() === true;
    await file?.close();
    if (!isFile) {
      throw badInput(
        'artifact-missing',
        `expected ${artifact.role} at ${artifact.path}, found no such file in ${dirname(path)}`,
      );
    }
    const actual = await sha256OfFile(path);
    if (actual !== artifact.sha256) {
      throw badInput(
        'artifact-damaged',
        `expected ${artifact.path} to have SHA-256 ${artifact.sha256}, its content has ${actual}`,
      );
    }
  }
}
