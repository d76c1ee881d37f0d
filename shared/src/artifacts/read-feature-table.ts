import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { categoricalColumn } from '../features/categorical-column.ts';
import type { FeatureDeclaration } from '../features/feature-declaration.ts';
import { featureList } from '../features/feature-list.ts';
import type { FeatureColumn } from '../features/feature-matrix.ts';
import { badInput } from '../platform/churn-error.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import { type FeatureRows, type FeatureTable, type SplitName, splitNames } from './feature-table.ts';

const unknownLabel = 255;
const keys = "customer_id, CAST(as_of - DATE '1970-01-01' AS INTEGER), split, label";
const keyColumns = 4;

/** Reads a feature table whole, in its order. Refuses (exit 2) a file whose columns are not those of the feature list. */
export async function readFeatureTable(connection: DuckDBConnection, path: string): Promise<FeatureTable> {
  const tables: FeatureTable[] = [];
  for await (const table of readFeatureTableInBatches(connection, path, Number.POSITIVE_INFINITY)) {
    tables.push(table);
  }
  return tables[0] ?? tableOf([]);
}

/** Reads a feature table without its features, in its order. Refuses what `readFeatureTable` refuses. */
export async function readFeatureRows(connection: DuckDBConnection, path: string): Promise<FeatureRows> {
  await requireFeatureColumns(connection, path);
  const result = await connection.run(`SELECT ${keys} FROM read_parquet(${sqlText(path)})`);
  return rowsOf(await result.fetchAllChunks());
}

/** Reads a feature table in order, at most about `rowsPerBatch` rows at a time (whole chunks of DuckDB, 2,048 rows). */
export async function* readFeatureTableInBatches(
  connection: DuckDBConnection,
  path: string,
  rowsPerBatch: number,
): AsyncGenerator<FeatureTable> {
  await requireFeatureColumns(connection, path);
  const columns = featureList.map(readableColumn).join(', ');
  const result = await connection.stream(`SELECT ${keys}, ${columns} FROM read_parquet(${sqlText(path)})`);
  let chunks: DuckDBDataChunk[] = [];
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    chunks.push(chunk);
    rows += chunk.rowCount;
    if (rows < rowsPerBatch) continue;
    yield tableOf(chunks);
    chunks = [];
    rows = 0;
  }
  if (chunks.length > 0) yield tableOf(chunks);
}

/** Missing numbers as NaN: of a column with nulls the library asks for each value whether it is one. */
function readableColumn({ kind, name }: FeatureDeclaration): string {
  return kind === 'numeric' ? `coalesce("${name}", 'nan'::DOUBLE)` : `"${name}"`;
}

async function requireFeatureColumns(connection: DuckDBConnection, path: string): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${sqlText(path)})`);
  const actual = described.getRows().map(([name]) => String(name));
  const expected = ['customer_id', 'as_of', 'split', 'label', ...featureList.map(({ name }) => name)];
  const wrong = expected.findIndex((name, index) => actual[index] !== name);
  if (wrong === -1 && actual.length === expected.length) return;
  const position = wrong === -1 ? expected.length : wrong;
  throw badInput(
    'feature-list-differs',
    `expected column ${position + 1} of the feature table to be ${expected[position] ?? 'absent'}, ` +
      `it is ${actual[position] ?? 'absent'}: the table was made from another feature list`,
  );
}

function rowsOf(chunks: readonly DuckDBDataChunk[]): FeatureRows {
  const rowCount = countRows(chunks);
  return {
    customerIds: textColumn(chunks, 0).map((id) => id ?? ''),
    asOfDays: Int32Array.from(numberColumn(chunks, 1, rowCount)),
    splits: textColumn(chunks, 2).map(splitName),
    labels: Uint8Array.from(numberColumn(chunks, 3, rowCount), (label) =>
      Number.isNaN(label) ? unknownLabel : label,
    ),
  };
}

function tableOf(chunks: readonly DuckDBDataChunk[]): FeatureTable {
  const rowCount = countRows(chunks);
  return {
    ...rowsOf(chunks),
    matrix: {
      rowCount,
      columns: featureList.map(({ kind, name }, index): FeatureColumn => {
        const position = index + keyColumns;
        return kind === 'numeric'
          ? { kind, name, values: numberColumn(chunks, position, rowCount) }
          : categoricalColumn(name, textColumn(chunks, position));
      }),
    },
  };
}

function countRows(chunks: readonly DuckDBDataChunk[]): number {
  return chunks.reduce((total, chunk) => total + chunk.rowCount, 0);
}

function splitName(text: string | null): SplitName | null {
  return splitNames.find((name) => name === text) ?? null;
}

function numberColumn(chunks: readonly DuckDBDataChunk[], position: number, rowCount: number): Float64Array {
  const values = new Float64Array(rowCount);
  let row = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(position);
    // Asked for once: each time is a call of the native library.
    const { rowCount: rows } = chunk;
    for (let i = 0; i < rows; i += 1, row += 1) {
      const value = vector.getItem(i);
      values[row] = typeof value === 'number' ? value : Number.NaN;
    }
  }
  return values;
}

function textColumn(chunks: readonly DuckDBDataChunk[], position: number): (string | null)[] {
  const texts: (string | null)[] = [];
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(position);
    const { rowCount: rows } = chunk;
    for (let i = 0; i < rows; i += 1) {
      const value = vector.getItem(i);
      texts.push(typeof value === 'string' ? value : null);
    }
  }
  return texts;
}
