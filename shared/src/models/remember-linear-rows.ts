import { createHash } from 'node:crypto';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { pickRows } from '../features/pick-rows.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import type { LinearFit, LinearTask } from './fit-coefficients.ts';
import { fitLinearPreprocessor, type LinearPreprocessor } from './linear-preprocessor.ts';
import { sampleRows } from './sample-rows.ts';
import { spectrumOf } from './spectrum.ts';

/** All of a fit that does not depend on the ridge. */
export interface LinearRows extends Omit<LinearTask, 'ridge'> {
  readonly preprocessor: LinearPreprocessor;
  /** By ridge: of a whole fold the second rung of a search asks for the same fits as the last one does. */
  readonly fits: Map<number, LinearFit>;
}

/** Rows times terms, some seconds; where there are more, the coefficients are those of a sample of the rows. */
const mostCells = 10_000_000;
const remembered = new Map<string, LinearRows>();

/**
 * The rows as a linear model is fitted on them, or remembered from an earlier fit on the same rows: a search fits them
 * again and again, with another ridge each time. All that is remembered has no more cells than one fit may have.
 */
export function linearRows(train: LabelledMatrix, seed: number): LinearRows {
  const key = keyOf(train, seed);
  const rows = remembered.get(key) ?? prepare(train, seed);
  remembered.delete(key);
  remembered.set(key, rows);
  let cells = [...remembered.values()].reduce((sum, known) => sum + cellsOf(known), 0);
  for (const [oldest, known] of remembered) {
    if (cells <= mostCells) break;
    remembered.delete(oldest);
    cells -= cellsOf(known);
  }
  return rows;
}

function prepare(train: LabelledMatrix, seed: number): LinearRows {
  const { preprocessor, columns: all } = fitLinearPreprocessor(train.matrix);
  const mostRows = Math.floor(mostCells / Math.max(1, preprocessor.terms.length));
  const rows = sampleRows(train.labels.length, mostRows, seed);
  const columns = all.map((column) => shareable(column, rows));
  const labels = pickRows(train.labels, rows);
  return { preprocessor, columns, spectrum: spectrumOf(columns), labels, fits: new Map() };
}

/** A thread that is handed shared memory reads it where it is, instead of getting a copy with each ridge. */
function shareable(column: Float64Array, rows: Int32Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(rows.length * column.BYTES_PER_ELEMENT));
  for (let index = 0; index < shared.length; index++) shared[index] = column[rows[index]!]!;
  return shared;
}

function cellsOf({ columns, labels }: LinearRows): number {
  return columns.length * labels.length;
}

function keyOf({ matrix, labels }: LabelledMatrix, seed: number): string {
  const described = matrix.columns.map((column) =>
    column.kind === 'numeric' ? [column.name] : [column.name, column.levels],
  );
  const hash = createHash('sha256').update(canonicalJson({ seed, rows: labels.length, described }));
  for (const column of matrix.columns) hash.update(column.kind === 'numeric' ? column.values : column.codes);
  return hash.update(labels).digest('hex');
}
